/** Where each talk was left, so that coming back finds the same place; null means at its end. */
export const positions = new Map<string, number | null>();
