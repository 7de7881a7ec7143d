/** What the three options that sit in every comparison are called until somebody gives them a better name. */
export const fixedOptionNames = { stayAsIs: 'Stay as is', inHouse: 'Do it in-house', newcomer: 'A newcomer' } as const
