import { parentPort, workerData } from 'node:worker_threads';
import { summarizeFolder } from '../../jobs/sampleFolder';

/** Entry of dist/sampleWorker.js: counts what is in a folder of DICOM files and ends. Counts and tags only, no values of patients. */
if (!parentPort) throw new Error('This file runs as a worker thread.');
parentPort.postMessage(summarizeFolder(String(workerData)));
