/**
 * An empty but valid document of a MIME type, as the dummy for Encapsulated Document (0042,0011): no option of PS3.15
 * E.3 speaks of its content, so code D always applies. Unknown types become two zero bytes.
 */
export function emptyDocument(mimeType: string): Uint8Array {
  const type = mimeType.trim().toLowerCase();
  if (type === 'application/pdf') return evenLength(emptyPdf(), 0x0a);
  if (type === 'model/stl') return emptyStl();
  if (type === 'model/obj' || type === 'model/mtl') return evenLength('# removed\n', 0x0a);
  if (type === 'text/xml' || type === 'application/xml' || type.endsWith('+xml')) {
    return evenLength(
      '<?xml version="1.0" encoding="UTF-8"?>\n<ClinicalDocument xmlns="urn:hl7-org:v3" nullFlavor="MSK"/>\n',
      0x0a,
    );
  }
  return new Uint8Array(2);
}

/** One empty page; the cross-reference offsets are computed, so that strict readers accept it. */
function emptyPdf(): string {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << >> >>',
  ];
  let text = '%PDF-1.4\n';
  const offsets: number[] = [];
  objects.forEach((body, i) => {
    offsets.push(text.length);
    text += `${i + 1} 0 obj\n${body}\nendobj\n`;
  });
  const start = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  for (const offset of offsets) text += `${String(offset).padStart(10, '0')} 00000 n \n`;
  return `${text}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
}

/** Binary STL: an 80-byte header and a count of zero triangles. */
function emptyStl(): Uint8Array {
  return new Uint8Array(84);
}

function evenLength(text: string, pad: number): Uint8Array {
  const bytes = new Uint8Array(text.length + (text.length & 1)).fill(pad);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}
