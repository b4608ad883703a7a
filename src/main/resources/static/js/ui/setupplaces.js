import { fold } from '../model/fold.js'
import { field, fill, h } from './dom.js'
import { problemBox } from './messages.js'

/**
 * Chooses the places of an installation out of the country's list: a province, then it as a whole or some of its communes.
 * @param {{t: Function, format: object, provinces: object[], source: string, loadCommunes: (code: string) => Promise<object[]>,
 *   save: (codes: string[]) => Promise<void>}} context
 * @param {object[]} named places named before, with code, fullName and level
 */
export function setupPlaces({ t, format, provinces, source, loadCommunes, save }, named) {
  const chosen = new Map(named.filter(({ code }) => code).map(({ code, fullName }) => [code, fullName]))
  let communes = []
  const province = h(
    'select',
    { class: 'select', testid: 'setup-province', on: { change: showCommunes } },
    h('option', { value: '', text: t('setup.chooseProvince') }),
    provinces.map(({ code, fullName }) => h('option', { value: code, text: fullName })),
  )
  const find = h('input', { type: 'search', testid: 'setup-find', on: { input: drawCommunes } })
  const list = h('div', { class: 'setup-communes', role: 'group', 'aria-label': t('setup.communes'), tabindex: '0', testid: 'setup-communes' })
  const below = h('div', { hidden: true })
  const said = h('p', { testid: 'setup-chosen', role: 'status' })
  const problem = h('div', { testid: 'setup-places-problem' })
  const submit = h('button', { type: 'submit', class: 'button button-primary', testid: 'setup-save-places', text: t('setup.savePlaces') })
  const element = h(
    'form',
    { class: 'stack', novalidate: true, on: { submit: send } },
    field(t('setup.province'), province),
    below,
    said,
    problem,
    h('div', { class: 'actions' }, submit),
    h('p', { class: 'hint', text: t('setup.source', { source }) }),
  )
  tell()
  return element

  async function showCommunes() {
    below.hidden = true
    fill(problem)
    if (!province.value) return
    const { value } = province
    try {
      communes = await loadCommunes(value)
      if (value !== province.value) return
      find.value = ''
      const { fullName } = provinces.find(({ code }) => code === value)
      const whole = box(value, fullName, 'setup-whole', t('setup.wholeProvince', { count: format.count(communes.length) }))
      fill(below, whole, field(t('setup.findCommune'), find), list)
      below.hidden = false
      drawCommunes()
    } catch (error) {
      fill(problem, problemBox(error, t, showCommunes))
    }
  }

  function drawCommunes() {
    const wanted = fold(find.value.trim())
    const shown = communes.filter(({ code, fullName }) => fold(fullName).includes(wanted) || code.startsWith(wanted))
    fill(
      list,
      shown.length === 0 && h('p', { class: 'muted', text: t('setup.noneFound') }),
      shown.map(({ code, fullName, outline }) =>
        box(code, fullName, 'check', fullName, `${code} · ${t(outline ? 'setup.withOutline' : 'setup.withoutOutline')}`),
      ),
    )
  }

  function box(code, name, className, label, more = null) {
    const input = h('input', {
      type: 'checkbox',
      checked: chosen.has(code),
      testid: `setup-code-${code}`,
      on: {
        change() {
          if (input.checked) chosen.set(code, name)
          else chosen.delete(code)
          tell()
        },
      },
    })
    return h('label', { class: className }, input, h('span', {}, label, more && h('small', { text: more })))
  }

  function tell() {
    const names = [...chosen.values()].join(', ')
    said.textContent = names ? t('setup.chosen', { names }) : t('setup.chosenNone')
    submit.disabled = chosen.size === 0
  }

  async function send(event) {
    event.preventDefault()
    fill(problem)
    submit.disabled = true
    try {
      await save([...chosen.keys()])
    } catch (error) {
      fill(problem, problemBox(error, t))
    } finally {
      tell()
    }
  }
}
