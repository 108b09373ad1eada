/**
 * The place that stands before the date on the papers of a unit: "Thử Bình" of "UBND xã Thử Bình, tỉnh Cà Mau"; a proposal
 * for the officer, empty when the unit is not named after a place.
 */
export function placeOf(unit: string): string {
  const named = /(?:^|\s)(?:xã|phường|thị trấn|đặc khu|thành phố|tỉnh)\s+([^,;–-]+)/iu.exec(unit);
  return named?.[1]?.trim() ?? '';
}
