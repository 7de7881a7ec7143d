import type { DecisionWords } from '../../domain/decision/decide'
import { sayRefusal } from './sayRefusal'
import { saySentence } from './sentences'
import { sayWarning } from './sayWarning'

/** Plain English for `decide`. */
export const englishWords: DecisionWords = { sentence: saySentence, warning: sayWarning, refusal: sayRefusal }
