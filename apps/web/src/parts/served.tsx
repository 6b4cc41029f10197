/**
 * What components below a view are given: the services, and the open case where there is one. Not pure: Solid contexts.
 *
 * 1. A component asks for what it needs; nothing is handed down through components that do not use it.
 * 2. Asking outside of a provider is a bug and throws.
 */
import type { JSX } from "solid-js";
import { createContext, useContext } from "solid-js";
import type { CaseLive, Say, Services } from "../services/services.ts";
import { createExhibitOrder, type ExhibitOrder } from "./exhibit-order.ts";

const ServicesContext = createContext<Services>();
const CaseContext = createContext<{ readonly live: CaseLive; readonly exhibits: ExhibitOrder }>();

/** Gives the services to everything below. */
export function Served(props: { readonly services: Services; readonly children: JSX.Element }): JSX.Element {
  return <ServicesContext.Provider value={props.services}>{props.children}</ServicesContext.Provider>;
}

/** Gives an open case to everything below; key it by the case where the case may change. */
export function InCase(props: { readonly live: CaseLive; readonly children: JSX.Element }): JSX.Element {
  const { live } = props;
  return (
    <CaseContext.Provider value={{ live, exhibits: createExhibitOrder(live) }}>{props.children}</CaseContext.Provider>
  );
}

/** The services. Errors: throws outside of `Served`. */
export function useServices(): Services {
  const services = useContext(ServicesContext);
  if (services === undefined) throw new Error("useServices outside of Served");
  return services;
}

/** Words of the moment. */
export const useSay = (): Say => useServices().say;

function useCaseContext(): { readonly live: CaseLive; readonly exhibits: ExhibitOrder } {
  const context = useContext(CaseContext);
  if (context === undefined) throw new Error("useCase outside of InCase");
  return context;
}

/** The open case. Errors: throws outside of `InCase`. */
export const useCase = (): CaseLive => useCaseContext().live;

/** Order and numbers of its exhibits. Errors: throws outside of `InCase`. */
export const useExhibits = (): ExhibitOrder => useCaseContext().exhibits;
