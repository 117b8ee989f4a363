import { parentPort } from 'node:worker_threads';
import { RpcPeer } from '../../protocol/rpc';
import type { ModelThreadCalls } from './documentModel';
import { effectsOf, loadEngine } from './model/effects';
import { ViewerModel } from './model/viewerModel';
import type { OpenedReference } from './openReference';
import { openReference } from './openReference';
import { portTransport } from './portTransport';
import { UserError } from '../../protocol/userError';

/** Entry of dist/viewerWorker.js: holds one open file and answers for it. */
if (!parentPort) throw new Error('This file runs as a worker thread.');

let opened: OpenedReference | undefined;
let other: OpenedReference | undefined;
let model: ViewerModel | undefined;

function current(): ViewerModel {
  if (!model) throw new UserError('No file is open.');
  return model;
}

new RpcPeer<ModelThreadCalls, object>(portTransport(parentPort), {
  open: ({ file }) => {
    model = undefined;
    opened?.close();
    opened = openReference(file);
    model = new ViewerModel(opened.source, opened.name, effectsOf);
    return null;
  },
  summary: () => current().summary(),
  rows: ({ query, from, to }) => current().rows(query, from, to),
  findMatch: ({ query, from, backwards }) => current().findMatch(query, from, backwards),
  reveal: ({ query, target }) => current().reveal(query, target),
  value: ({ id, profile }) => current().value(id, profile),
  why: ({ id, profile }) => current().why(id, profile),
  links: ({ id }) => current().links(id),
  hex: ({ id, offset }) => current().hex(id, offset),
  copy: ({ id, format }) => current().copy(id, format),
  exportText: ({ query, format }) => current().exportText(query, format),
  ruleEdits: ({ id, action, profileText }) => loadEngine().ruleEdits(profileText, current().copy(id, 'path'), action),
  compare: ({ other: file }) => {
    current().compare(undefined);
    other?.close();
    other = file ? openReference(file) : undefined;
    if (other) current().compare(other.source);
    return null;
  },
});
