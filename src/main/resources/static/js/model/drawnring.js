/** Corners of a polygon that is counted in: typed or pasted, and as an address holds them. Longitude first. */

/** Longer ones are counted in as well, but no address can hold them. */
const MOST_IN_ADDRESS = 150
const FEWEST = 3

const isPlace = ([longitude, latitude]) => longitude >= 102 && longitude <= 118 && latitude >= 7 && latitude <= 24

/**
 * Takes what is pasted: two numbers for each corner, also from WKT, GeoJSON or a map's "latitude, longitude". In Viet Nam no
 * longitude can be a latitude, so either order is understood.
 * @param {string} text
 * @returns {{places?: [number, number][], fault?: 'number'|'place'|'few', at?: string}}
 */
export function parsePlaces(text) {
  const numbers = (text.match(/-?\d+(?:[.,]\d+)?/g) ?? []).map((word) => Number(word.replace(',', '.')))
  if (!numbers.length || numbers.length % 2) return { fault: 'number' }
  const places = []
  for (let index = 0; index < numbers.length; index += 2) {
    const pair = [numbers[index], numbers[index + 1]]
    const place = isPlace(pair) ? pair : pair.reverse()
    if (!isPlace(place)) return { fault: 'place', at: `${numbers[index]}; ${numbers[index + 1]}` }
    const last = places[places.length - 1]
    if (!last || last[0] !== place[0] || last[1] !== place[1]) places.push(place)
  }
  const [first, last] = [places[0], places[places.length - 1]]
  // WKT and GeoJSON end where they began.
  if (places.length > 1 && first[0] === last[0] && first[1] === last[1]) places.pop()
  return places.length < FEWEST ? { fault: 'few' } : { places }
}

/** @param {string|null} text "105.65,19.96;…" @returns {[number, number][]|null} */
export function readRing(text) {
  const words = (text ?? '').split(';')
  if (words.length < FEWEST || words.length > MOST_IN_ADDRESS) return null
  const places = words.map((word) => (/^\d{1,3}(\.\d{1,7})?,\d{1,2}(\.\d{1,7})?$/.test(word) ? word.split(',').map(Number) : [0, 0]))
  return places.every(isPlace) ? places : null
}

/** To about a metre. @param {[number, number][]} places @returns {string} "" where there are too few or too many */
export const writeRing = (places) =>
  places.length < FEWEST || places.length > MOST_IN_ADDRESS ? '' : places.map((place) => place.map((value) => String(Number(value.toFixed(5)))).join(',')).join(';')
