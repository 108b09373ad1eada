/** What a citizen may put right at the kiosk; the rest is left to an officer. */
export const correctableFields = ['fullName', 'dateOfBirth', 'gender', 'address', 'issuedOn'] as const;
export type CorrectableField = (typeof correctableFields)[number];
