import type { DicomFile } from '../dicom/dicomFile';
import type { Edit, OutputPart } from '../dicom/edits';
import { encodeTextElement } from '../dicom/encode';
import { buildFileMeta } from '../dicom/fileMeta';
import { findRow } from '../dicom/rows';
import { splice } from '../dicom/splice';
import { characterSetOf } from '../dicom/values';
import { compileConditions } from '../profile/conditions';
import type { ResolvedProfile, Rule } from '../profile/model';
import { attributeByTag } from '../standard/dictionary';
import { isRegisteredUid } from '../standard/uids';
import { AuditPaths } from './auditPaths';
import { claimsFor, type Claims, type WorkDone } from './claims';
import { explainFile, type ExplainedElement } from './explain';
import { clearPixelBits, embeddedOverlayBits } from './embeddedOverlays';
import { FileWalk, type Addition, type Observer } from './fileWalk';
import { freeTexts, type FreeText } from './freeTexts';
import { Do } from './handling';
import { instanceFacts, instanceValues, type InstanceFacts } from './instanceFacts';
import { KnowledgeBase } from './knowledgeBase';
import { markerAdditions } from './markers';
import type { AuditEntry, DeidOutcome, PixelOutcome } from './outcome';
import { outputPath } from './outputPath';
import type { PatientContext } from './patientContext';
import { maskedPixels, pixelAdditions } from './pixelAdditions';
import { Planner, type Plan } from './plan';
import { Pseudonyms } from './pseudonyms';
import { quarantineReason } from './quarantine';
import { PatientSession, type EngineState } from './session';
import { StructuredContent } from './structuredContent';
import { blankingCleaner, type TextCleaner } from './textCleaner';
import { UidMap } from './uids';

export interface EngineOptions {
  readonly profile: ResolvedProfile;
  /** Secret of the project, at least 16 bytes; the same key gives the same output. */
  readonly key: Uint8Array;
  /** The user's private tag knowledge base, or its CSV text. */
  readonly knowledgeBase?: KnowledgeBase | string;
  /** Without one, free text that should be cleaned is emptied. */
  readonly textCleaner?: TextCleaner;
  readonly toolVersion: string;
}

export interface FileContext {
  /** What is known about the patient over all of their files (`patientContext.ts`). */
  readonly patient: PatientContext;
  readonly pixels?: PixelOutcome;
  /** True to list what was done to each element; costs time. */
  readonly audit?: boolean;
}

/** Applies one profile with one key to files, one at a time (PS3.15 Annex E). No state that depends on earlier files. */
export interface Engine {
  readonly profile: ResolvedProfile;
  /** De-identifies one file. Never throws on the contents of a file: what can not be handled is quarantined. */
  deidentify(file: DicomFile, context: FileContext): DeidOutcome;
  /** What would happen to every element and why; nothing is written. */
  explain(file: DicomFile, context: FileContext): readonly ExplainedElement[];
  /** The free texts that would be cleaned, for a first sweep that learns names (`SweepingTextCleaner.discover`). */
  texts(file: DicomFile): readonly FreeText[];
}

/** UID of this implementation for (0002,0012), UUID-derived (PS3.5 B.2). */
export const IMPLEMENTATION_CLASS_UID = '2.25.261402983187021570139224714930613268225';

/**
 * Compiles a profile into an engine.
 * @throws RangeError if the key is too short, SyntaxError if the knowledge base is not one.
 */
export function createEngine(options: EngineOptions): Engine {
  return new DeidEngine(options);
}

class DeidEngine implements Engine {
  readonly profile: ResolvedProfile;
  private readonly state: EngineState;
  private readonly planner: Planner;
  private readonly content: StructuredContent;
  private readonly conditions: readonly ReturnType<typeof compileConditions>[];
  private readonly quarantineConditions: readonly ReturnType<typeof compileConditions>[];
  private readonly claims = new Map<string, Claims>();
  private readonly adding: readonly Rule[];
  private readonly sessions = new WeakMap<PatientContext, Map<string, PatientSession>>();

  constructor(private readonly options: EngineOptions) {
    const { profile, key } = options;
    const pseudonyms = new Pseudonyms(key);
    this.profile = profile;
    this.state = {
      profile,
      pseudonyms,
      uids: new UidMap(pseudonyms, profile.uids.root, isRegisteredUid),
      textCleaner: options.textCleaner ?? blankingCleaner,
      hasTextCleaner: options.textCleaner !== undefined,
      toolVersion: options.toolVersion,
    };
    const base = options.knowledgeBase;
    this.planner = new Planner(profile, typeof base === 'string' ? KnowledgeBase.parse(base) : base);
    this.content = new StructuredContent(profile.options);
    this.conditions = profile.rules.filter(r => r.when.length > 0).map(r => compileConditions(r.when));
    this.adding = profile.rules.filter(r => r.action.kind === 'add' && r.selector.kind === 'attribute');
    this.quarantineConditions = profile.files.quarantine.map(q => compileConditions(q.when));
  }

  deidentify(file: DicomFile, context: FileContext): DeidOutcome {
    const facts = instanceFacts(file);
    const refused =
      quarantineReason(file, facts, this.profile, context) ?? this.refusedByProfile(file, facts, context.patient);
    if (refused) return { status: 'quarantined', ...refused };
    const plan = this.planFor(file, facts);
    const session = this.sessionFor(facts, context.patient);
    const additions = this.additions(file, facts, plan, session, context.pixels);
    if (!additions) return { status: 'quarantined', ...EMBEDDED_OVERLAY };
    const audit: AuditEntry[] = [];
    const observer: Observer | undefined = context.audit ? auditor(file, audit) : undefined;
    const walk = new FileWalk(this.state, session, plan, this.content, file, additions.all, observer);
    const edits = walk.run();
    if (additions.claimed) this.claim(file, facts, context, walk, additions.all);
    const outputUid = (tag: number, old: string): string => walk.outputUids.get(tag) ?? old;
    const sopInstance = facts.sopInstance === '' ? '' : outputUid(0x00080018, this.outputInstance(walk, plan, facts));
    const instance = sopInstance || this.instanceOf(file);
    if (facts.sopInstance !== '' && instance !== facts.sopInstance) walk.uids.set(facts.sopInstance, instance);
    const parts = this.assemble(file, edits, facts.sopClass, instance, context.pixels);
    return {
      status: 'written',
      parts,
      path: outputPath(this.profile.files.path, {
        patient: session.newId,
        study: outputUid(0x0020000d, facts.study),
        series: outputUid(0x0020000e, facts.series),
        instance,
        modality: facts.modality,
      }),
      audit,
      uids: walk.uids,
      patientId: [context.patient.patientId, session.newId],
    };
  }

  explain(file: DicomFile, context: FileContext): readonly ExplainedElement[] {
    const facts = instanceFacts(file);
    const plan = this.planFor(file, facts);
    const session = this.sessionFor(facts, context.patient);
    const additions = this.additions(file, facts, plan, session, context.pixels);
    return explainFile(file, plan, observer => {
      new FileWalk(this.state, session, plan, this.content, file, additions?.all ?? [], observer).run();
    });
  }

  texts(file: DicomFile): readonly FreeText[] {
    return freeTexts(file, this.planFor(file, instanceFacts(file)));
  }

  private refusedByProfile(
    file: DicomFile,
    facts: InstanceFacts,
    patient: PatientContext,
  ): { readonly code: string; readonly message: string } | undefined {
    const { table } = this.profile.patient;
    if (table?.missing === 'quarantine' && !table.ids.has(patient.patientId)) {
      return { code: 'patient-not-listed', message: 'The Patient ID is not in the table of the profile.' };
    }
    if (this.quarantineConditions.length === 0) return undefined;
    const values = instanceValues(file);
    const seen = (tag: number): readonly string[] => (tag === 0x00080016 ? [facts.sopClass] : values(tag));
    return this.quarantineConditions.some(holds => holds(seen))
      ? { code: 'profile-quarantine', message: 'The profile quarantines files like this one (files.quarantine).' }
      : undefined;
  }

  private planFor(file: DicomFile, facts: InstanceFacts): Plan {
    if (this.conditions.length === 0) return this.planner.plan(facts.sopClass, '', () => () => []);
    const values = instanceValues(file);
    const outcome = this.conditions.map(holds => (holds(values) ? '1' : '0')).join('');
    return this.planner.plan(facts.sopClass, outcome, () => values);
  }

  private sessionFor(facts: InstanceFacts, patient: PatientContext): PatientSession {
    const patientKey = patient.patientId !== '' ? patient.patientId : `study ${facts.study || facts.sopInstance}`;
    const dateKey = this.profile.dates.shift.scope === 'study' ? `study ${facts.study}` : patientKey;
    let sessions = this.sessions.get(patient);
    if (!sessions) this.sessions.set(patient, (sessions = new Map()));
    const key = `${patientKey}\0${dateKey}`;
    let session = sessions.get(key);
    if (!session) sessions.set(key, (session = new PatientSession(this.state, patient, patientKey, dateKey)));
    return session;
  }

  /** Elements written whatever the file has; undefined if drawings in the pixels can not be taken out. */
  private additions(
    file: DicomFile,
    facts: InstanceFacts,
    plan: Plan,
    session: PatientSession,
    pixels: PixelOutcome | undefined,
  ): { readonly all: Addition[]; readonly claimed: boolean } | undefined {
    const claims = this.claimsOf(workBefore(pixels, this.state.hasTextCleaner));
    const all = claims ? markerAdditions(file, claims) : [];
    if (pixels?.replacement) all.push(...pixelAdditions(file, pixels.replacement));
    else if (facts.hasPixels) {
      const bits = embeddedOverlayBits(file);
      if (bits !== 0 && this.removesOverlays(plan)) {
        const masked = clearPixelBits(file, bits);
        if (!masked) return undefined;
        all.push(...maskedPixels(file, masked));
      }
    }
    for (const rule of this.adding) {
      if (rule.action.kind !== 'add' || rule.selector.kind !== 'attribute') continue;
      const { attribute } = rule.selector;
      if (attribute.kind !== 'tag' || findRow(file.dataSet, attribute.tag) >= 0) continue;
      if (rule.when.length > 0 && !compileConditions(rule.when)(instanceValues(file))) continue;
      const vr = attributeByTag(attribute.tag)?.vr ?? 'LO';
      const text = session.fill(rule.action.value);
      const bytes = encodeTextElement(attribute.tag, vr, text, file.encoding, characterSetOf(file, 0));
      const at = all.findIndex(a => a.tag === attribute.tag);
      if (at >= 0) all.splice(at, 1);
      if (bytes) all.push({ tag: attribute.tag, bytes });
    }
    all.sort((a, b) => a.tag - b.tag);
    return { all, claimed: claims !== undefined };
  }

  private removesOverlays(plan: Plan): boolean {
    return plan.handling(plan.root, 0x60003000, 0x4f57).do !== Do.keep;
  }

  /** Writes the markers again if the walk showed that less was done than was thought before it. */
  private claim(
    file: DicomFile,
    facts: InstanceFacts,
    context: FileContext,
    walk: FileWalk,
    additions: readonly Addition[],
  ): void {
    void facts;
    const uidsReplaced = this.profile.options.has('RetainUIDs') && walk.uids.size > 0;
    if (!uidsReplaced && walk.deviations === 0) return;
    const done = {
      ...workBefore(context.pixels, this.state.hasTextCleaner),
      uidsReplaced,
      deviations: walk.deviations,
    };
    const claims = this.claimsOf(done);
    if (claims) walk.rewrite(additions, markerAdditions(file, claims));
  }

  private claimsOf(done: WorkDone): Claims | undefined {
    if (this.profile.base !== 'ps3.15') return undefined;
    const key = `${done.pixelsCleaned} ${done.textCleaned} ${done.uidsReplaced} ${done.deviations}`;
    let claims = this.claims.get(key);
    if (!claims) {
      claims = claimsFor(this.profile, done, this.options.toolVersion);
      if (claims) this.claims.set(key, claims);
    }
    return claims;
  }

  private outputInstance(walk: FileWalk, plan: Plan, facts: InstanceFacts): string {
    const handling = plan.handling(plan.root, 0x00080018, 0x5549);
    if (handling.do === Do.keep) return facts.sopInstance;
    const mapped = this.state.uids.map(facts.sopInstance);
    walk.replacedUid(facts.sopInstance, mapped);
    return mapped;
  }

  /** A SOP Instance UID for a file that has none: the same for the same bytes. */
  private instanceOf(file: DicomFile): string {
    const head = file.source.read(0, 65536);
    let text = `no instance UID ${file.source.size} `;
    for (const byte of head) text += String.fromCharCode(byte);
    return this.state.uids.map(text);
  }

  private assemble(
    file: DicomFile,
    edits: readonly Edit[],
    sopClassUid: string,
    sopInstanceUid: string,
    pixels: PixelOutcome | undefined,
  ): OutputPart[] {
    const meta = buildFileMeta({
      sopClassUid,
      sopInstanceUid,
      transferSyntax: pixels?.replacement?.transferSyntax ?? file.encoding.uid,
      implementationClassUid: IMPLEMENTATION_CLASS_UID,
      implementationVersionName: 'DEIDBENCH_1',
    });
    return splice(file, edits, { meta });
  }
}

const EMBEDDED_OVERLAY = {
  code: 'embedded-overlay',
  message: 'An overlay is drawn in bits of the compressed pixel data, where it could not be taken out.',
};

function workBefore(pixels: PixelOutcome | undefined, textCleaned: boolean): WorkDone {
  return { pixelsCleaned: pixels?.examined ?? false, textCleaned, uidsReplaced: false, deviations: 0 };
}

/** Notes what was done to each element, and which text stays although no table lists it. */
function auditor(file: DicomFile, audit: AuditEntry[]): Observer {
  const paths = new AuditPaths(file);
  return (row, handling, result, fellBack) => {
    const unlisted = result === 'kept' && handling.source.kind === 'default' && handling.source.name === 'unlisted';
    if (result === 'walked' || (result === 'kept' && !(unlisted && FREE_TEXT.has(handling.vr)))) return;
    audit.push({
      path: paths.of(row),
      action: result,
      reason: fellBack ? `${handling.reason}; the value could not be handled so` : handling.reason,
    });
  };
}

const FREE_TEXT = new Set(['SH', 'LO', 'ST', 'LT', 'UT', 'UC']);
