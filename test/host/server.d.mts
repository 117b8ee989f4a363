export declare const CHROMIUM_ARGS: string[];
export declare const SETTINGS: Record<string, unknown>;
export interface Server {
  url: string;
  authority: string;
  dir: string;
  userDataDir: string;
  chromium: string;
  stop(): Promise<void>;
}
export declare function startServer(options?: {
  vsix?: string;
  settings?: Record<string, unknown>;
  keep?: boolean;
  log?: string;
  trust?: boolean;
}): Promise<Server>;
