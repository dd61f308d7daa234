export interface Part {
  text: string;
  hit: boolean;
}

const OPEN = /<\/?(?:mark|b|em)>|[\u0001\u0002]/;

/**
 * Text cut into found and other parts. The server's own marks are used when it set them, otherwise the words asked for;
 * either way the parts are plain text and are shown as such.
 */
export function marked(text: string, query: string): Part[] {
  if (OPEN.test(text)) {
    return text
      .split(/<(?:mark|b|em)>|\u0001/)
      .flatMap((piece, index) => {
        if (index === 0) return [{ text: piece, hit: false }];
        const [hit = "", ...rest] = piece.split(/<\/(?:mark|b|em)>|\u0002/);
        return [
          { text: hit, hit: true },
          { text: rest.join(""), hit: false },
        ];
      })
      .filter((part) => part.text);
  }
  const words = query.split(/\s+/).filter(Boolean).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  if (!words.length) return [{ text, hit: false }];
  return text
    .split(new RegExp(`(${words.join("|")})`, "gi"))
    .map((part, index) => ({ text: part, hit: index % 2 === 1 }))
    .filter((part) => part.text);
}
