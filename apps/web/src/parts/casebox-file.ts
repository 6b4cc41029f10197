/** Which of the files that come in are `.casebox` files, whatever a messenger made of their names (FI1). Effects: reads their first bytes. */

/** Letters that every one begins with. Source: SPEC FI1. */
const BEGINNING = "CASEBOX";
const NAME = /\.casebox$/i;

/** By name or by beginning; one that cannot be read goes by its name. Whether it is whole is judged where it is taken in. */
export async function isCasebox(file: File): Promise<boolean> {
  if (NAME.test(file.name)) return true;
  try {
    return (await file.slice(0, BEGINNING.length).text()) === BEGINNING;
  } catch {
    return false;
  }
}
