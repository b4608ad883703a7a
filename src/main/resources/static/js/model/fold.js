/** As vn.anttmap.geo.VietnameseText.fold of the service, so that both find the same. */

/** A "y" that may be written "i" without changing the word. */
const EXCHANGEABLE_Y = /(\bqu|\b|[bcdfghjklmnpqrstvxz])y(?![aeiou])/g

/** @param {string} text @returns {string} search key: without marks, lower case, words with one space between */
export function fold(text) {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(EXCHANGEABLE_Y, '$1i')
}

/** @param {string} wanted words in any order, with or without marks @returns {(name: string) => boolean} all are in the name */
export function nameMatcher(wanted) {
  const words = fold(wanted).split(' ')
  return (name) => {
    const folded = fold(name)
    return words.every((word) => folded.includes(word))
  }
}
