import type { Frame } from '@playwright/test';
import type { Workbench } from './workbench';

/** Opens a file of the workspace in the viewer and gives its page. */
export async function openViewer(wb: Workbench, file = 'plain.dcm'): Promise<Frame> {
  await wb.quickOpen(file);
  // The first one of a window waits for the extension host to start.
  return wb.webviewWith('#tree', 60_000);
}
