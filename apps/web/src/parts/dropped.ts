/**
 * Files out of a drop or a paste, folders included. Adapter to the DOM.
 *
 * 1. Entries are asked for before anything is awaited: afterwards the browser has emptied the list.
 * 2. A folder is read until it is empty: one answer holds only part of it.
 */

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;

async function filesOf(entry: FileSystemEntry): Promise<readonly File[]> {
  if (isFile(entry)) return [await new Promise<File>((resolve, reject) => entry.file(resolve, reject))];
  if (!isFolder(entry)) return [];
  const reader = entry.createReader();
  const found: File[] = [];
  for (;;) {
    const some = await new Promise<readonly FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) return found;
    for (const inner of some) found.push(...(await filesOf(inner)));
  }
}

/** Whether a drag or paste carries files. */
export const carriesFiles = (data: DataTransfer | null): boolean => data !== null && [...data.types].includes("Files");

/** All files of a drop or a paste. A file that cannot be read is left to fail where it is taken in. */
export async function filesIn(data: DataTransfer): Promise<readonly File[]> {
  const entries = [...data.items].map((item) => (item.kind === "file" ? item.webkitGetAsEntry() : null));
  const plain = [...data.files];
  const folders = entries.filter((entry) => entry !== null && entry.isDirectory);
  if (folders.length === 0) return plain;
  const lists = await Promise.all(entries.filter((entry) => entry !== null).map(filesOf));
  return lists.flat();
}
