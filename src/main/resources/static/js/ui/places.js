import { byId, fill, h } from './dom.js'

/** Switch between the places of the account. */
export function createPlaces({ t, session, onChoose }) {
  const host = byId('places')
  const select = h(
    'select',
    {
      class: 'select place-select',
      testid: 'place-select',
      'aria-label': t('places.label'),
      on: { change: () => onChoose(select.value) },
    },
    session.places.map((place) => h('option', { value: String(place.id), text: place.name })),
  )
  fill(host, select)
  return {
    update(state) {
      if (state.place !== null) select.value = String(state.place)
      select.disabled = session.places.length < 2
    },
  }
}
