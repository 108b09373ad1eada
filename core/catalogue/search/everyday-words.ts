/** How people say things: data (`resources/everyday-words.json`), written by hand and open to every centre's own words. */
export type EverydayWords = {
  /** Words that carry nothing of what is wanted: "xin", "cho". */
  fillers: string;
  /** Southern spellings and short forms, each with the words that stand in names: "sanh", "cccd". */
  spellings: readonly { written: string; meant: string }[];
  /** What people call the business, and the procedures that may be meant, the likeliest first. */
  sayings: readonly { say: string; codes: readonly string[] }[];
};
