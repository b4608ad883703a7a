import { debounce, fill, h, isPhone, newId } from './dom.js'
import { icon } from './icons.js'
import { textOf } from './messages.js'

/**
 * Search box with a list of results: the combobox pattern of WAI-ARIA (arrows move, Enter takes, Escape closes).
 * @param {HTMLElement} host
 * @param {{t: Function, format: object, search: (text: string, signal: AbortSignal) => Promise<object[]>,
 *   onPick: (area: object) => void, announce: (text: string) => void, onType?: () => void, least?: number, testid?: string,
 *   label?: string, placeholder?: string, stays?: boolean}} options stays: the list is part of what it stands in, and closes
 *   only when something was picked; least: letters before it searches, 0 to offer something at once;
 *   onType: what was picked holds no longer
 * @returns {{input: HTMLInputElement, offer: () => void}} offer: shows what there is, as on focus
 */
export function createSearch(host, options) {
  const { t, format, search, onPick, announce, onType = () => {}, least = 2, testid = 'search', stays = false } = options
  const listId = newId('results')
  const list = h('ul', {
    class: 'search-results',
    id: listId,
    role: 'listbox',
    'aria-label': t('search.results'),
    hidden: true,
  })
  const note = h('p', { class: 'search-note', hidden: true })
  const input = h('input', {
    type: 'search',
    class: 'search-input',
    testid: `${testid}-input`,
    role: 'combobox',
    'aria-expanded': 'false',
    'aria-controls': listId,
    'aria-autocomplete': 'list',
    'aria-label': options.label ?? t('search.label'),
    placeholder: options.placeholder ?? t(isPhone() ? 'search.short' : 'search.placeholder'),
    autocomplete: 'off',
    spellcheck: 'false',
    on: { input: () => (cancel(), onType(), later(input.value)), keydown: onKey, focus: offer },
  })
  fill(host, icon('search'), input, h('div', { class: 'search-popup' }, list, note))
  // A list that is not over the page must not make it jump under the finger that presses a button below.
  if (!stays) {
    document.addEventListener('pointerdown', (event) => !host.contains(event.target) && close())
    host.addEventListener('focusout', (event) => !host.contains(event.relatedTarget) && close())
  }

  let results = []
  let active = -1
  let request = null

  const later = debounce(run, 220)

  function cancel() {
    request?.abort()
  }

  function offer() {
    if (results.length) open()
    else if (least === 0) run(input.value)
  }

  async function run(text) {
    const wanted = text.trim()
    if (wanted.length < least) return clear()
    request = new AbortController()
    try {
      results = await search(wanted, request.signal)
      render()
    } catch (error) {
      if (error.name === 'AbortError') return
      clear()
      say(textOf(error, t))
    }
  }

  function render() {
    active = results.length ? 0 : -1
    fill(list, results.map(option))
    if (results.length) open()
    else close()
    if (results.length) announce(t('search.found', { count: results.length }))
    else say(t('search.nothing'))
    mark()
  }

  function option(area, index) {
    const validity = area.validTo ? t('search.until', { day: format.day(area.validTo) }) : null
    return h(
      'li',
      {
        id: `${listId}-${index}`,
        role: 'option',
        class: 'search-option',
        testid: `${testid}-option`,
        on: { pointerdown: (event) => (event.preventDefault(), pick(index)) },
      },
      h('strong', { text: area.fullName ?? area.name }),
      h('span', { text: [area.kindLabel, area.parentName, area.code, validity].filter(Boolean).join(' · ') }),
    )
  }

  function say(text) {
    note.textContent = text
    note.hidden = false
    announce(text)
  }

  function open() {
    note.hidden = true
    list.hidden = false
    input.setAttribute('aria-expanded', 'true')
  }

  function close() {
    list.hidden = true
    note.hidden = true
    input.setAttribute('aria-expanded', 'false')
    input.removeAttribute('aria-activedescendant')
  }

  function clear() {
    results = []
    close()
  }

  function mark() {
    ;[...list.children].forEach((item, index) => item.setAttribute('aria-selected', String(index === active)))
    if (active < 0) return input.removeAttribute('aria-activedescendant')
    input.setAttribute('aria-activedescendant', `${listId}-${active}`)
    list.children[active].scrollIntoView({ block: 'nearest' })
  }

  function pick(index) {
    const area = results[index]
    if (!area) return
    input.value = area.fullName ?? area.name
    close()
    onPick(area)
  }

  function onKey(event) {
    if (event.key === 'Escape') {
      // Here it closes the list, not what the box stands in.
      if (!list.hidden || input.value) event.stopPropagation()
      return list.hidden ? ((input.value = ''), onType()) : close()
    }
    if (event.key === 'Enter') {
      event.preventDefault()
      return list.hidden ? run(input.value) : pick(active)
    }
    if ((event.key !== 'ArrowDown' && event.key !== 'ArrowUp') || !results.length) return
    event.preventDefault()
    if (list.hidden) open()
    else active = (active + (event.key === 'ArrowDown' ? 1 : -1) + results.length) % results.length
    mark()
  }

  return { input, offer }
}
