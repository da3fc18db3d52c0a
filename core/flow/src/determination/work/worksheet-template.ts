/** What stands in one slot of a worksheet: a sample, a second look at the sample of another slot, or a reference. */
export type Slot =
  | { readonly kind: "sample" }
  | { readonly kind: "duplicate"; readonly of: number }
  | { readonly kind: "control" | "blank" };

/** Slots of a worksheet by position, from 1. */
export type WorksheetTemplate = readonly Slot[];

/** Which positions are filled, by what. */
export type FilledSlots = Readonly<Record<"routine" | "duplicate" | "control" | "blank", readonly number[]>>;

/**
 * Fills a worksheet: samples in order, duplicates where their sample is there, references as far as they are in stock.
 * What cannot be filled stays free; nothing moves up.
 *
 * @param samples how many wait
 * @example fillTemplate([{ kind: "sample" }, { kind: "duplicate", of: 1 }, { kind: "blank" }], 1, { control: false, blank: false }).duplicate // → [2] (the sample of slot 1 is there)
 * @source ours: the layout of worksheets
 */
export function fillTemplate(
  template: WorksheetTemplate,
  samples: number,
  stock: { readonly control: boolean; readonly blank: boolean },
): FilledSlots {
  const routine = positionsOf(template, "sample").slice(0, samples);
  return {
    routine,
    duplicate: positionsOf(template, "duplicate").filter((position) => {
      const slot = template[position - 1];
      return slot?.kind === "duplicate" && routine.includes(slot.of);
    }),
    control: stock.control ? positionsOf(template, "control") : [],
    blank: stock.blank ? positionsOf(template, "blank") : [],
  };
}

function positionsOf(template: WorksheetTemplate, kind: Slot["kind"]): readonly number[] {
  return template.flatMap((slot, index) => (slot.kind === kind ? [index + 1] : []));
}

/**
 * Where a further duplicate goes: to a slot reserved for it while that is free, else behind all that is reserved.
 *
 * @example duplicateSlot([{ kind: "sample" }, { kind: "duplicate", of: 1 }], 1, [2]) // → 3 (the first free slot behind the template)
 * @source ours: the layout of worksheets
 */
export function duplicateSlot(template: WorksheetTemplate, of: number, taken: readonly number[]): number {
  const reserved = template.findIndex(
    (slot, index) => slot.kind === "duplicate" && slot.of === of && !taken.includes(index + 1),
  );
  return reserved >= 0 ? reserved + 1 : Math.max(template.length, ...taken) + 1;
}

/**
 * The tests of a sample that go on a worksheet made from a template, and those that stay unassigned.
 *
 * @example templateTests(["U", "pH"], ["U"]) // → { worksheet: ["U"], unassigned: ["pH"] } (the template has no pH)
 * @source ours: the layout of worksheets
 */
export function templateTests(
  tests: readonly string[],
  template: readonly string[],
): { readonly worksheet: readonly string[]; readonly unassigned: readonly string[] } {
  return {
    worksheet: tests.filter((test) => template.includes(test)),
    unassigned: tests.filter((test) => !template.includes(test)),
  };
}
