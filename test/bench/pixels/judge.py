"""Independent judge: does the Debian tesseract still read a token of the burned-in text in its box?

judge.py CORPUS [before]: reads CORPUS/manifest.json, results.json and the cleaned pixel data. Prints how many lines still show a
token, and checks that pixels outside the boxes are those of the input. With `before` it judges the uncleaned images.
"""
import io, json, os, re, subprocess, sys, warnings
from concurrent.futures import ThreadPoolExecutor
import numpy as np
import pydicom
from PIL import Image

warnings.filterwarnings('ignore')
os.environ['OMP_THREAD_LIMIT'] = '1'
C = sys.argv[1]
BEFORE = len(sys.argv) > 2 and sys.argv[2] == 'before'
IGNORED = {'dob', 'mrn', 'acc', 'patient', 'the', 'and', 'for'}


def tokens(text):
    found = (t.strip("./-'").lower() for t in re.split(r"[^A-Za-z0-9./\-']+", text))
    return [t for t in found if len(t) >= 3 and t not in IGNORED]


def ocr(grey, psm):
    out = io.BytesIO()
    Image.fromarray(grey).save(out, 'PNG')
    r = subprocess.run(['tesseract', 'stdin', 'stdout', '--psm', str(psm), '-l', 'eng'], input=out.getvalue(), capture_output=True)
    return r.stdout.decode('utf8', 'ignore').lower()


def looks(region, ybr):
    """Ways a person or program may look at the region: by its maximum, by its own range, inverted."""
    if region.ndim == 3:
        g = region[..., 0].astype(float) if ybr else region.astype(float) @ np.array([0.299, 0.587, 0.114])
    else:
        g = region.astype(float)
    lo, hi = np.percentile(g, [1, 99])
    if hi <= lo:
        lo, hi = g.min(), g.max()
    own = np.clip((g - lo) / max(hi - lo, 1e-9) * 255, 0, 255).astype(np.uint8) if hi > lo else np.zeros(g.shape, np.uint8)
    by_max = np.clip(255 * g / max(1, g.max()), 0, 255).astype(np.uint8)

    def ready(image):
        if image.size < 400_000:
            image = np.asarray(Image.fromarray(image).resize((image.shape[1] * 3, image.shape[0] * 3), Image.BICUBIC))
        return np.pad(image, 20, mode='edge')

    if by_max.std() >= 0.5:
        yield ready(by_max), (6,)
    if own.std() >= 0.5:
        yield ready(own), (6, 11)
        yield ready(255 - own), (6,)


def judge(m):
    ds = pydicom.dcmread(f"{C}/{m['path']}")
    before = ds.pixel_array
    after = before
    result = results.get(m['path'])
    if not BEFORE and result['cleaned']:
        ds.PixelData = open(f"{C}/{m['path']}.cleaned", 'rb').read()
        ds._pixel_array = None
        ds._pixel_id = None
        after = ds.pixel_array
    if len(m['shape']) >= 3 and m['shape'][0] > 1:
        before, after = before[-1], after[-1]
    outside = np.ones(m['shape'][1:3], bool)
    if not BEFORE:
        for b in result['boxes']:
            outside[b['y']:b['y'] + b['height'], b['x']:b['x'] + b['width']] = False
    same = bool((before[outside] == after[outside]).all())
    if m['kind'] == 'clean':
        return dict(path=m['path'], same=same, lines=[])
    lines = []
    x0, y0 = (min(l['box'][i] for l in m['lines']) for i in (0, 1))
    x1, y1 = (max(l['box'][i] for l in m['lines']) for i in (2, 3))
    H, W = m['shape'][1:3]
    region = after[max(0, y0 - 3):min(H, y1 + 3), max(0, x0 - 3):min(W, x1 + 3)]
    text = ''
    if outside[max(0, y0 - 3):min(H, y1 + 3), max(0, x0 - 3):min(W, x1 + 3)].any():
        for image, modes in looks(region, m['photometric'].startswith('YBR')):
            for psm in modes:
                text += ' ' + ocr(image, psm)
    text = re.sub(r'\s+', ' ', text)
    for l in m['lines']:
        a0, b0, a1, b1 = l['box']
        lines.append(dict(text=l['text'], found=[t for t in tokens(l['text']) if t in text], cover=float((~outside[b0:b1, a0:a1]).mean())))
    return dict(path=m['path'], same=same, lines=lines)


manifest = json.load(open(f'{C}/manifest.json'))
results = {} if BEFORE else {r['path']: r for r in json.load(open(f'{C}/results.json'))}
if BEFORE:
    manifest = [m for m in manifest if m['kind'] == 'text']
with ThreadPoolExecutor(2) as pool:
    judged = list(pool.map(judge, manifest))
json.dump(judged, open(f'{C}/judged.json', 'w'))
lines = [l for j in judged for l in j['lines']]
read = [l for l in lines if l['found']]
print(f"lines {len(lines)}, with a readable token {len(read)} ({100 * (1 - len(read) / max(1, len(lines))):.2f} % clean); "
      f"images with one {sum(any(l['found'] for l in j['lines']) for j in judged)}; mean cover {np.mean([l['cover'] for l in lines]):.3f}; "
      f"images changed outside the boxes {sum(not j['same'] for j in judged)}")
if not BEFORE:
    info = {m['path']: m for m in manifest}
    for j in judged:
        for l in j['lines']:
            if l['found']:
                m = info[j['path']]
                print(' ', j['path'], m['base'][:30], m['shape'], m['size'], m['contrast'], m['place'], l['text'], l['found'], round(l['cover'], 2))
