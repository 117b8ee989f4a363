import { rule, type RuleCases } from './ruleCases';

export const cases: RuleCases = {
  triggers: [
    'extends: builtin:tcia\nrules:\n  - { tag: PatientName, action: keep }\n',
    rule('tag: PatientID, action: K'),
    rule('tag: "(0008,0050)", when: { Modality: CT }, action: keep'),
    rule('tag: RequestAttributesSequence/RequestedProcedureID, action: keep'),
    rule('tag: DeviceSerialNumber, action: keep, reason: scanners are compared'),
    rule('vr: PN, action: keep'),
    rule('group: "0010", action: keep'),
    rule('tag: "(0038,xxxx)", action: keep'),
  ],
  nearMisses: [
    'extends: builtin:tcia\nrules:\n  - { tag: PatientName, action: replace, value: "{id}" }\n',
    'options: [RetainDeviceIdentity]\nrules:\n  - { tag: DeviceSerialNumber, action: keep }\n',
    'options: [RetainLongitudinalFullDates]\nrules:\n  - { tag: StudyDate, action: keep }\n',
    rule('tag: Modality, action: keep'),
    rule('vr: CS, action: keep'),
    rule('vr: PN, action: keep', 'vr: PN, action: remove'),
  ],
};
