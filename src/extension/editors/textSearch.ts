import { openDicom } from '../../dicom/openFile';
import { loadProfile } from '../../jobs/loadProfile';
import { openOcrReader } from '../../pixels/ocr/tesseractReader.node';
import type { TextReport } from '../../protocol/headerViewer';
import { RpcPeer } from '../../protocol/rpc';
import { textBoxes } from './model/textBoxes';
import { openReference } from './openReference';
import { processTransport } from './processTransport';
import type { TextSearchCalls, TextSearchHost } from './textSearchProcess';

/**
 * Entry of dist/textSearch.js, a child process: recognizing characters takes time and memory that neither the extension host
 * nor its threads should give. It ends with the answer, and when the extension host goes away.
 */
process.on('disconnect', () => process.exit(0));

const peer = new RpcPeer<TextSearchCalls, TextSearchHost>(processTransport(process), {
  search: async ({ file, profile }): Promise<TextReport> => {
    const resolved = profile === '' ? undefined : loadProfile(profile).profile;
    const opened = openReference(file);
    const reader = await openOcrReader();
    try {
      return await textBoxes(openDicom(opened.source), resolved, reader, (done, total) =>
        peer.notify('progress', { done, total }),
      );
    } finally {
      await reader.close();
      opened.close();
    }
  },
});
