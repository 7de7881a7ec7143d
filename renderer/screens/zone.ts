/** The time zone of this laptop, in which moments are shown. */
export const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
