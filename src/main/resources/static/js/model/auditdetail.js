/**
 * The detail of an entry of the audit trail in words; what has no word stays as it is.
 * @param {string} detail "key=value; key=value" @param {(key: string) => string} t
 * @returns {string} such as "cách: xem vụ việc · vị trí: có"
 */
export function readDetail(detail, t) {
  return detail
    .split('; ')
    .map((part) => {
      const [, key, value] = part.match(/^(\w+)=(.*)$/s) ?? []
      if (key === undefined) return part
      return `${word(t, `audit.detail.${key}`, key)}: ${word(t, `audit.value.${value}`, readable(value))}`
    })
    .join(' · ')
}

/** The translator gives a key back that it does not know. */
function word(t, key, otherwise) {
  const found = t(key)
  return found === key ? otherwise : found
}

function readable(value) {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}
