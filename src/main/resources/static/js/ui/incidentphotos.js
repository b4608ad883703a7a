import { fill, h } from './dom.js'
import { icon } from './icons.js'
import { problemBox } from './messages.js'
import { reasonField } from './reasonfield.js'

/** As many as the server takes for one incident. */
const MOST = 5

/**
 * Photos of an incident as small pictures that open large; added and removed where the account may.
 * @param {{t: Function, photos: {url: Function, add: Function, remove: Function}}} context
 * @param {object} incident
 * @param {{mayWrite: boolean, onChanged: () => Promise<void>}} options
 */
export function incidentPhotos({ t, photos }, incident, { mayWrite, onChanged }) {
  const pictures = incident.photos ?? []
  const problem = h('div')
  const question = h('div')
  const input = h('input', {
    type: 'file',
    accept: 'image/jpeg,image/png',
    class: 'visually-hidden',
    testid: 'photo-file',
    on: { change: () => input.files.length && change((reason) => photos.add(incident.id, input.files[0], reason)) },
  })
  const add = h('label', { class: 'button photo-add' }, icon('camera'), t('photo.add'), input)

  /** A closed incident asks for a reason first. */
  function change(work) {
    if (!incident.closed) return run(() => work(null))
    ask(t('photo.save'), work)
  }

  function ask(action, work) {
    const reason = incident.closed && reasonField({ t, needed: true, testid: 'photo-reason' })
    fill(
      question,
      h(
        'div',
        { class: 'stack step-form' },
        reason && reason.element,
        h(
          'div',
          { class: 'actions' },
          h('button', { type: 'button', class: 'button', text: t('common.cancel'), on: { click: () => fill(question) } }),
          h('button', {
            type: 'button',
            class: 'button button-primary',
            testid: 'photo-confirm',
            text: action,
            on: { click: () => (reason && reason.missing() ? reason.focus() : run(() => work(reason ? reason.value() : null))) },
          }),
        ),
      ),
    )
  }

  async function run(work) {
    fill(problem, h('p', { class: 'muted', role: 'status', text: t('photo.working') }))
    try {
      await work()
      await onChanged()
    } catch (error) {
      fill(problem, problemBox(error, t))
    } finally {
      input.value = ''
    }
  }

  const picture = (photo, index) => {
    const name = t('photo.name', { number: index + 1 })
    return h(
      'li',
      {},
      h(
        'a',
        { href: photos.url(incident.id, photo.id), target: '_blank', rel: 'noopener', testid: 'photo' },
        h('img', { src: photos.url(incident.id, photo.id), alt: name, loading: 'lazy' }),
      ),
      mayWrite &&
        h(
          'button',
          {
            type: 'button',
            class: 'icon-button photo-remove',
            testid: 'photo-remove',
            'aria-label': t('photo.remove', { name }),
            on: { click: () => ask(t('photo.removeYes'), (reason) => photos.remove(incident.id, photo.id, reason)) },
          },
          icon('close', 18),
        ),
    )
  }

  if (!pictures.length && !mayWrite) return null
  return h(
    'section',
    { class: 'panel-section', testid: 'incident-photos' },
    h(
      'div',
      { class: 'section-head' },
      h('h3', { text: t('photo.title') }),
      h('span', { class: 'muted', text: t('photo.count', { count: pictures.length, most: MOST }) }),
    ),
    pictures.length > 0 && h('ul', { class: 'photos' }, pictures.map(picture)),
    mayWrite && pictures.length < MOST && add,
    question,
    problem,
    mayWrite && h('p', { class: 'hint', text: t('photo.hint') }),
  )
}
