/** Colours mixed as paint is: what steps back is mixed with the ground. */

/** A colour, so much of it as said, on another; both as #rrggbb. */
export function mixed(color: string, under: string, share: number): string {
  const parts = [1, 3, 5].map((at) => {
    const [own, other] = [color, hex(under)].map((each) => parseInt(each.slice(at, at + 2), 16));
    return Math.round((own ?? 0) * share + (other ?? 0) * (1 - share)).toString(16).padStart(2, "0");
  });
  return `#${parts.join("")}`;
}

/** A colour of a style sheet with all its digits, since it may be written as #fff. */
export function hex(color: string): string {
  if (/^#[0-9a-f]{3}$/i.test(color)) return `#${[...color.slice(1)].map((each) => each + each).join("")}`;
  return /^#[0-9a-f]{6}$/i.test(color) ? color : "#777777";
}
