import { parseNumber, parsePair } from '../model/coordinates.js'
import { field, fill, h } from './dom.js'
import { icon } from './icons.js'
import { problemBox } from './messages.js'

const isGeographic = (system) => ['wgs84', 'vn2000-geographic'].includes(system.kind)

/**
 * Ways to say where: tap on the map, the phone's position, the middle of the map, typed coordinates.
 * @param {{t: Function, format: object, placeSystem: string|null, loadSystems: () => Promise<object[]>,
 *   convert: Function, isPlaced: () => boolean, onPlace: (longitude: number, latitude: number, accuracyMeters?: number) => void,
 *   onCentre: () => void}} options onCentre: in the middle of the map, from where the arrow keys move it
 */
export function markPlace({ t, format, placeSystem, loadSystems, convert, isPlaced, onPlace, onCentre }) {
  const note = h('div', { 'aria-live': 'polite' })
  const say = (kind, text) => fill(note, h('p', { class: `hint hint-${kind}`, text }))

  const locateButton = h(
    'button',
    { type: 'button', class: 'button', testid: 'mark-locate', on: { click: () => usePhone() } },
    icon('locate'),
    t('mark.usePhone'),
  )
  const centreButton = h(
    'button',
    { type: 'button', class: 'button', testid: 'mark-centre', on: { click: onCentre } },
    icon('pin'),
    t('mark.centre'),
  )
  const insecure = !window.isSecureContext
  if (insecure || !navigator.geolocation) locateButton.disabled = true

  // Allowed before: then the position is there before the person has found the button.
  if (!locateButton.disabled && !isPlaced()) {
    navigator.permissions
      ?.query({ name: 'geolocation' })
      .then(({ state }) => state === 'granted' && !isPlaced() && usePhone({ onlyIfFree: true }))
      .catch(() => {})
  }

  /** @param {{onlyIfFree?: boolean}} how a place that was chosen meanwhile stays */
  function usePhone({ onlyIfFree } = {}) {
    locateButton.disabled = true
    say('info', t('mark.locating'))
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        locateButton.disabled = false
        if (onlyIfFree && isPlaced()) return fill(note)
        onPlace(coords.longitude, coords.latitude, coords.accuracy)
        say('info', t('mark.phoneAccuracy', { distance: format.distance(coords.accuracy) }))
      },
      (error) => {
        locateButton.disabled = false
        if (onlyIfFree && isPlaced()) return fill(note)
        say('error', t(error.code === 1 ? 'mark.phoneDenied' : 'mark.phoneFailed'))
      },
      { enableHighAccuracy: true, timeout: 15_000, maximumAge: 10_000 },
    )
  }

  const typed = typedCoordinates()
  return h(
    'div',
    { class: 'mark-place' },
    h('div', { class: 'actions place-ways' }, locateButton, centreButton),
    insecure && h('p', { class: 'hint hint-warning', testid: 'insecure-note', text: t('mark.needsHttps') }),
    note,
    typed,
  )

  function typedCoordinates() {
    const first = h('input', {
      type: 'text',
      inputmode: 'decimal',
      autocomplete: 'off',
      testid: 'mark-first',
      on: { input: splitPair },
    })
    const second = h('input', { type: 'text', inputmode: 'decimal', autocomplete: 'off', testid: 'mark-second' })
    const system = h('select', { class: 'select', testid: 'mark-crs', on: { change: relabel } })
    const labels = [field('', first), field('', second)]
    const answer = h('div', { 'aria-live': 'polite' })
    let systems = []

    async function open() {
      if (systems.length || !details.open) return
      try {
        systems = order(await loadSystems())
        fill(
          system,
          systems.map((entry) => h('option', { value: entry.code, text: `${entry.name} (${entry.code})` })),
        )
        relabel()
      } catch (error) {
        fill(answer, problemBox(error, t, open))
      }
    }

    /** WGS 84 first, then the place's own system: the two that people have at hand. */
    function order(list) {
      const rank = (entry) => (entry.code === 'EPSG:4326' ? 0 : entry.code === placeSystem ? 1 : 2)
      return [...list].sort((a, b) => rank(a) - rank(b))
    }

    function relabel() {
      const geographic = isGeographic(systems.find((entry) => entry.code === system.value) ?? {})
      labels[0].querySelector('label').textContent = t(geographic ? 'mark.longitude' : 'mark.x')
      labels[1].querySelector('label').textContent = t(geographic ? 'mark.latitude' : 'mark.y')
      first.placeholder = geographic ? '105,64806' : '2209278,6'
      second.placeholder = geographic ? '19,97194' : '567627,8'
    }

    function splitPair() {
      const pair = parsePair(first.value)
      if (!pair) return
      first.value = String(pair[0])
      second.value = String(pair[1])
    }

    async function submit() {
      const [a, b] = [parseNumber(first.value), parseNumber(second.value)]
      if (a === null || b === null)
        return fill(answer, h('p', { class: 'hint hint-error', role: 'alert', text: t('mark.notNumbers') }))
      const chosen = systems.find((entry) => entry.code === system.value)
      try {
        const place = await convert(chosen.code, a, b, isGeographic(chosen))
        onPlace(place.longitude, place.latitude)
        fill(
          answer,
          h('p', {
            class: `hint ${place.swapped ? 'hint-warning' : 'hint-info'}`,
            testid: 'mark-converted',
            text:
              place.note ??
              t('mark.converted', {
                longitude: format.number(place.longitude, 6),
                latitude: format.number(place.latitude, 6),
              }),
          }),
        )
      } catch (error) {
        fill(answer, problemBox(error, t))
      }
    }

    const onEnter = (event) => {
      if (event.key !== 'Enter') return
      event.preventDefault()
      submit()
    }
    first.addEventListener('keydown', onEnter)
    second.addEventListener('keydown', onEnter)
    const details = h(
      'details',
      { class: 'fold', testid: 'mark-typed', on: { toggle: open } },
      h('summary', { text: t('mark.typed') }),
      h(
        'div',
        { class: 'stack' },
        field(t('mark.system'), system),
        h('div', { class: 'two' }, labels),
        answer,
        h(
          'div',
          { class: 'actions' },
          h('button', {
            type: 'button',
            class: 'button',
            testid: 'mark-convert',
            text: t('mark.showOnMap'),
            on: { click: submit },
          }),
        ),
      ),
    )
    return details
  }
}
