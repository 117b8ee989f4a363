import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { FrameImage, ViewerHostCalls } from '../../src/protocol/headerViewer';
import type { Params } from '../../src/protocol/rpc';
import { host } from './model';
import * as state from './state';
import { sentenceOf } from '../../src/protocol/userError';

export type FrameRequest = Omit<Params<ViewerHostCalls['frame']>, 'other'>;

/** Asks for a frame whenever frame, window or overlays change; only the latest request counts, one is on its way at a time. */
export function useFrame(request: FrameRequest, other: boolean, wanted = true) {
  const { frame, window, overlays } = request;
  const picture = useSignal<FrameImage | undefined>(undefined);
  const problem = useSignal('');
  const latest = useRef(request);
  const busy = useRef(false);
  latest.current = request;

  const fetchLatest = async (): Promise<void> => {
    if (busy.current) return;
    busy.current = true;
    const asked = latest.current;
    try {
      picture.value = await host.call('frame', { ...asked, other });
      problem.value = '';
    } catch (error) {
      problem.value = sentenceOf(error);
    }
    busy.current = false;
    const now = latest.current;
    if (now.frame !== asked.frame || now.window !== asked.window || now.overlays !== asked.overlays)
      await fetchLatest();
  };
  useEffect(() => {
    if (wanted) void fetchLatest();
  }, [frame, window, overlays, wanted, state.summary.value]);
  return { image: picture.value, problem: problem.value };
}
