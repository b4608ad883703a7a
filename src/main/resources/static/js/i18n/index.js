import en from './en.js'
import vi from './vi.js'

const TEXTS = { vi, en }

/**
 * @param {string} lang "vi" or "en"; anything else is Vietnamese
 * @returns {(key: string, values?: Record<string, unknown>) => string} {name} in a text is replaced by values.name
 */
export function createTranslator(lang) {
  const texts = TEXTS[lang] ?? vi
  return (key, values = {}) => {
    const text = texts[key]
    if (text === undefined) return key
    return text.replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ''))
  }
}
