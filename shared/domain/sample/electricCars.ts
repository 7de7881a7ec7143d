/**
 * Published figures of eight electric cars, as listed in the open-ev-data dataset on 30 December 2025
 * (commit 8edb266, Community Data License Agreement Permissive 2.0). Nothing here was checked with the
 * makers. `null` is not in the dataset.
 */
export interface ElectricCar {
  readonly name: string
  /** Version and model year. */
  readonly version: string
  /** The file of the dataset. */
  readonly file: string
  /** List price in Germany, EUR, and the year the dataset gives for it. */
  readonly price: { readonly value: number; readonly year: number } | null
  /** WLTP, km. */
  readonly range: number
  /** Peak with direct current, kW. */
  readonly fastCharging: number
  readonly hasHeatPump: boolean | null
  /** Millimetres. */
  readonly length: number
  /** Millimetres. */
  readonly wheelbase: number
}

export const electricCarsSource = {
  title: 'open-ev-data dataset, commit 8edb266, CDLA-Permissive-2.0',
  address: 'https://github.com/open-ev-data/open-ev-data-dataset',
  observedOn: '2025-12-30',
} as const

const ioniq5: ElectricCar = {
  name: 'Hyundai IONIQ 5',
  version: 'Model year 2024',
  file: 'hyundai/ioniq_5/2024/ioniq_5.json',
  price: null,
  range: 507,
  fastCharging: 220,
  hasHeatPump: null,
  length: 4_635,
  wheelbase: 3_000,
}
const polestar2: ElectricCar = {
  name: 'Polestar 2',
  version: 'Long Range Single Motor, 2025',
  file: 'polestar/polestar_2/2025/polestar_2_long_range_single_motor.json',
  price: { value: 49_900, year: 2025 },
  range: 540,
  fastCharging: 150,
  hasHeatPump: true,
  length: 4_606,
  wheelbase: 2_735,
}
const i4: ElectricCar = {
  name: 'BMW i4',
  version: 'eDrive40, 2025',
  file: 'bmw/i4/2025/i4.json',
  price: { value: 61_900, year: 2025 },
  range: 598,
  fastCharging: 207,
  hasHeatPump: true,
  length: 4_783,
  wheelbase: 2_856,
}
const model3: ElectricCar = {
  name: 'Tesla Model 3',
  version: 'RWD, 2025',
  file: 'tesla/model_3/2025/model_3.json',
  price: { value: 42_990, year: 2024 },
  range: 554,
  fastCharging: 170,
  hasHeatPump: true,
  length: 4_720,
  wheelbase: 2_875,
}
const id3: ElectricCar = {
  name: 'VW ID.3',
  version: 'Pro, 2024',
  file: 'volkswagen/id_3/2024/id_3.json',
  price: null,
  range: 428,
  fastCharging: 135,
  hasHeatPump: null,
  length: 4_261,
  wheelbase: 2_765,
}
const mg4: ElectricCar = {
  name: 'MG4',
  version: 'Long Range, 2024',
  file: 'mg/mg4/2024/mg4_long_range.json',
  price: null,
  range: 450,
  fastCharging: 135,
  hasHeatPump: null,
  length: 4_287,
  wheelbase: 2_705,
}
const megane: ElectricCar = {
  name: 'Renault Megane E-Tech',
  version: 'Model year 2024',
  file: 'renault/megane_e_tech/2024/megane_e_tech.json',
  price: null,
  range: 470,
  fastCharging: 130,
  hasHeatPump: true,
  length: 4_210,
  wheelbase: 2_700,
}
const ariya: ElectricCar = {
  name: 'Nissan Ariya',
  version: '63 kWh, 2024',
  file: 'nissan/ariya/2024/ariya.json',
  price: null,
  range: 430,
  fastCharging: 130,
  hasHeatPump: true,
  length: 4_595,
  wheelbase: 2_775,
}

export const electricCars = { ioniq5, polestar2, i4, model3, id3, mg4, megane, ariya } as const
