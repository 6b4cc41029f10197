/**
 * Ids where a command's data has none, so that a screen need not make any. Pure but for the minting it is given.
 */
import * as z from "zod/mini";

type Data = Readonly<Record<string, unknown>>;

const isData = (value: unknown): value is Data => typeof value === "object" && value !== null && !Array.isArray(value);

/** The fields a schema names; undefined for what is no object. */
function shapeOf(schema: unknown): Readonly<Record<string, unknown>> | undefined {
  if (schema instanceof z.ZodMiniOptional) return shapeOf(schema.def.innerType);
  return schema instanceof z.ZodMiniObject ? schema.def.shape : undefined;
}

/** Whether a field has to be there. */
const asked = (schema: unknown): boolean => schema !== undefined && !(schema instanceof z.ZodMiniOptional);

/** Fields that hold the id of something a command makes: the record itself, and the event that says it happened. */
const made = ["id", "event"] as const;

/** `data` with an id wherever `schema` asks for one and none is given, in its parts too. */
export function withIds(schema: unknown, data: Data, mint: () => string): Data {
  const shape = shapeOf(schema);
  if (shape === undefined) return data;
  const parts = Object.entries(data).map(([field, value]) => [
    field,
    isData(value) && shape[field] !== undefined ? withIds(shape[field], value, mint) : value,
  ]);
  const whole: Data = Object.fromEntries(parts);
  const wanting = made.filter((field) => asked(shape[field]) && whole[field] === undefined);
  return wanting.length === 0 ? whole : { ...whole, ...Object.fromEntries(wanting.map((field) => [field, mint()])) };
}
