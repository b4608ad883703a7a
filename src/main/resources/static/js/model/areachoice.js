import { nameMatcher } from './fold.js'

/** What an incident can be put into, as levels of the search. */
const LEVELS = new Set(['RESIDENTIAL_AREA', 'COMMUNE'])

const levelOf = ({ level }) => String(level).toUpperCase().replace('-', '_')

/**
 * The areas to choose from: those of the own commune first, then whatever else of the territory the name finds.
 * @param {object[]} own id and fullName, in their order @param {object[]} found answer of the search by name @param {string} text
 * @returns {object[]}
 */
export function areaChoice(own, found, text) {
  const known = new Set(own.map(({ id }) => String(id)))
  const fits = nameMatcher(text)
  return [
    ...own.filter(({ fullName }) => fits(fullName)),
    ...found.filter((area) => LEVELS.has(levelOf(area)) && !known.has(String(area.id))),
  ]
}
