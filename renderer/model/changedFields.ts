/**
 * What a form changed, and nothing else. Assigning a field that nobody touched would take away what a
 * colleague wrote meanwhile, or settle a conflict nobody has looked at.
 */
export function changedFields<Fields extends object>(opened: Fields, saved: Fields): Partial<Fields> {
  return Object.fromEntries(Object.entries(saved).filter(([field, value]) => opened[field as keyof Fields] !== value)) as Partial<Fields>
}
