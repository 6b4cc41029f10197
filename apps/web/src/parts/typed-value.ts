/**
 * The value of a field that the browser reads piece by piece: a day and time, a number. Not pure: writes to the field.
 *
 * 1. While what is typed is no value yet, the field says nothing, and nothing is written over it.
 */
import { createRenderEffect } from "solid-js";

/** For `ref`: keeps the field at `text`, except while somebody is in the middle of typing it. */
export const typedValue =
  (text: () => string) =>
  (field: HTMLInputElement): void => {
    createRenderEffect(() => {
      const wanted = text();
      if (wanted === "" && field.validity.badInput) return;
      if (field.value !== wanted) field.value = wanted;
    });
  };
