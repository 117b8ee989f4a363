export declare const HOSTILE: readonly string[];
export declare function makeWorkspace(folder: string): string;
export declare function workspaceFile(folder: string, name: string): Uint8Array;
