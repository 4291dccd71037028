import type { RegionId } from '../model/region.ts';

/** Longitude and latitude of the middle of each province's label: inside its largest part, some moved by hand. */
export const LABEL_ANCHORS: Readonly<Record<RegionId, readonly [longitude: number, latitude: number]>> = {
  '110000': [116.55, 40.39], // 北京
  '120000': [117.39, 39.18], // 天津
  '130000': [115.41, 38.38], // 河北
  '140000': [112.2, 37.4], // 山西
  '150000': [111.9, 41.9], // 内蒙古
  '210000': [122.9, 41.4], // 辽宁
  '220000': [126.2, 43.6], // 吉林
  '230000': [128.2, 47.3], // 黑龙江
  '310000': [121.44, 31.08], // 上海
  '320000': [119.7, 33.0], // 江苏
  '330000': [120.12, 29.15], // 浙江
  '340000': [117.2, 31.9], // 安徽
  '350000': [118.2, 26.36], // 福建
  '360000': [115.75, 28.33], // 江西
  '370000': [118.3, 36.3], // 山东
  '410000': [113.37, 33.86], // 河南
  '420000': [112.4, 31.1], // 湖北
  '430000': [111.6, 27.9], // 湖南
  '440000': [113.3, 23.8], // 广东
  '450000': [109.01, 23.5], // 广西
  '460000': [109.64, 19.11], // 海南
  '500000': [107.75, 29.95], // 重庆
  '510000': [102.9, 30.6], // 四川
  '520000': [107.38, 26.9], // 贵州
  '530000': [101.6, 24.8], // 云南
  '540000': [88.4, 31.6], // 西藏
  '610000': [108.9, 35.6], // 陕西
  '620000': [103.9, 35.9], // 甘肃
  '630000': [96.3, 35.6], // 青海
  '640000': [105.9, 37.18], // 宁夏
  '650000': [85.3, 41.6], // 新疆
  '710000': [120.8, 23.47], // 台湾
  '810000': [114.11, 22.42], // 香港
  '820000': [113.57, 22.14], // 澳门
};

/** The 34 provinces, autonomous regions, municipalities and special administrative regions, by adcode. */
export const PROVINCE_IDS: readonly RegionId[] = Object.keys(LABEL_ANCHORS).sort();

/** The Corps has no polygon; its leader line ends at its seat, Ürümqi. */
export const CORPS_SEAT: readonly [longitude: number, latitude: number] = [87.62, 43.83];
