/** A part of an address as it was meant; as it stands where somebody cut it off in the middle of a character. */
export function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
