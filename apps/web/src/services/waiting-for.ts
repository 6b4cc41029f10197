/**
 * A feature that waits for the documents: the same contribution, with views that load and commands that run once they are there. Pure wrapping.
 */
import type { Command, Contribution, View } from "@recourse/ui";
import type { Services } from "./services.ts";

/** `ready` starts the loading on first call; its rejection is what a view or command meets. */
export function waitingFor(
  contribution: Contribution<Services>,
  ready: () => Promise<unknown>,
): Contribution<Services> {
  const view = (of: View<Services>): View<Services> => ({
    ...of,
    load: async () => {
      const [loaded] = await Promise.all([of.load(), ready()]);
      return loaded;
    },
  });
  const command = (of: Command<unknown, Services>): Command<unknown, Services> => ({
    ...of,
    run: async (arg, services) => {
      await ready();
      return of.run(arg, services);
    },
  });
  return {
    ...contribution,
    ...(contribution.views === undefined ? {} : { views: contribution.views.map(view) }),
    ...(contribution.commands === undefined ? {} : { commands: contribution.commands.map(command) }),
  };
}

/** The same contribution, telling when one of its views has been loaded. */
export function afterLoading(contribution: Contribution<Services>, tell: () => void): Contribution<Services> {
  const { views } = contribution;
  if (views === undefined) return contribution;
  const told = views.map((of): View<Services> => ({
    ...of,
    load: async () => {
      const loaded = await of.load();
      if (of.slot === "editor") tell();
      return loaded;
    },
  }));
  return { ...contribution, views: told };
}
