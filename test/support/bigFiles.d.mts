/** Returns the size in bytes. */
export declare function writeSparseFile(path: string): number;
/** Returns the number of elements and items written. */
export declare function writeManyElements(path: string, count: number): number;
