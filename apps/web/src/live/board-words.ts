/** Words of the cards, brought by the screens that draw them: the first screen of a new person needs none. Effects: hands them to the words of the page. */
import { screensBoard } from "@recourse/words/board";
import type { Say } from "../services/services.ts";

/** To be called before anything of the screen is drawn. */
export const bringBoardWords = (say: Pick<Say, "bring">): void => say.bring(screensBoard);
