import { parentPort } from 'node:worker_threads';
import type { ResultsThreadCalls } from '../../protocol/results';
import { RpcPeer } from '../../protocol/rpc';
import { portTransport } from '../editors/portTransport';
import { ResultsModel } from './model/resultsModel';
import { UserError } from '../../protocol/userError';

/** Entry of dist/resultsWorker.js: holds the reports of one run and answers for them. */
if (!parentPort) throw new Error('This file runs as a worker thread.');

let model: ResultsModel | undefined;

function current(): ResultsModel {
  if (!model) throw new UserError('No run is open.');
  return model;
}

new RpcPeer<ResultsThreadCalls, object>(portTransport(parentPort), {
  load: ({ run, previous }) => {
    model = new ResultsModel(run, previous);
    return null;
  },
  overview: () => current().overview(),
  rows: ({ query, from, to }) => current().rows(query, from, to),
  changes: ({ other }) => current().changes(other),
  changeRows: ({ query, from, to }) => current().changeRows(query, from, to),
  files: ({ id, of }) => current().files(id, of),
  origin: ({ id, of }) => current().origin(id, of),
  faults: () => current().faults(),
  affected: ({ tags }) => current().affected(tags),
});
