/** What a thing is called in the languages of the region beside Chinese and English; for finding it, not for printing. */
export type RegionalNames = Readonly<Partial<Record<"vi" | "th" | "id" | "ms", string>>>;

/**
 * Names of characteristics in the trade's own words.
 *
 * @source recalled by the compilers, by titles of TCVN, TIS, SNI and MS documents; used for searching only
 */
export const CHARACTERISTIC_TERMS: Readonly<Record<string, RegionalNames>> = {
  polarisation: { vi: "độ Pol, độ phân cực", th: "โพลาไรเซชัน ค่าโพล", id: "polarisasi", ms: "polarisasi" },
  "conductivity-ash": {
    vi: "hàm lượng tro dẫn điện",
    th: "เถ้าจากการนำไฟฟ้า",
    id: "abu konduktivitas",
    ms: "abu kekonduksian",
  },
  "invert-sugar": { vi: "hàm lượng đường khử", th: "น้ำตาลอินเวิร์ต", id: "gula reduksi", ms: "gula songsang" },
  "loss-on-drying": {
    vi: "sự giảm khối lượng khi sấy, độ ẩm",
    th: "ความชื้น",
    id: "susut pengeringan",
    ms: "kehilangan semasa pengeringan",
  },
  "colour-icumsa": { vi: "độ màu ICUMSA", th: "ค่าสี", id: "warna larutan", ms: "warna larutan" },
  "turbidity-mau": { vi: "độ đục", th: "ความขุ่น", id: "kekeruhan", ms: "kekeruhan" },
  insolubles: { vi: "chất không tan trong nước", th: "สารที่ไม่ละลายน้ำ", id: "bahan tak larut", ms: "bahan tidak larut" },
  "sulphur-dioxide": {
    vi: "lưu huỳnh đioxit, SO2",
    th: "ซัลเฟอร์ไดออกไซด์",
    id: "belerang dioksida",
    ms: "sulfur dioksida",
  },
  lead: { vi: "chì", th: "ตะกั่ว", id: "timbal", ms: "plumbum" },
  "arsenic-total": { vi: "asen", th: "สารหนู", id: "arsen", ms: "arsenik" },
  mercury: { vi: "thủy ngân", th: "ปรอท", id: "merkuri raksa", ms: "merkuri" },
  cadmium: { vi: "cadimi", th: "แคดเมียม", id: "kadmium", ms: "kadmium" },
  tin: { vi: "thiếc", th: "ดีบุก", id: "timah", ms: "timah" },
  moisture: { vi: "độ ẩm", th: "ความชื้น", id: "kadar air", ms: "kelembapan" },
  "acid-value": { vi: "chỉ số axit", th: "ค่าความเป็นกรด", id: "bilangan asam", ms: "nilai asid" },
  "fuel-sulphur": { vi: "hàm lượng lưu huỳnh", th: "กำมะถัน", id: "kandungan belerang", ms: "kandungan sulfur" },
  benzene: { vi: "benzen", th: "เบนซีน", id: "benzena", ms: "benzena" },
  "tensile-strength": { vi: "độ bền kéo", th: "ความต้านแรงดึง", id: "kuat tarik", ms: "kekuatan tegangan" },
  elongation: { vi: "độ giãn dài", th: "ความยืด", id: "perpanjangan", ms: "pemanjangan" },
};

/** @source as CHARACTERISTIC_TERMS */
export const PRODUCT_TERMS: Readonly<Record<string, RegionalNames>> = {
  "white-sugar": {
    vi: "đường trắng, đường tinh luyện",
    th: "น้ำตาลทรายขาว",
    id: "gula kristal putih, gula rafinasi",
    ms: "gula putih bertapis",
  },
  "raw-silk": { vi: "tơ tằm thô", th: "ไหมดิบ", id: "sutra mentah", ms: "sutera mentah" },
  "aluminium-extrusion": {
    vi: "nhôm định hình",
    th: "อะลูมิเนียมรีด",
    id: "aluminium ekstrusi",
    ms: "penyemperitan aluminium",
  },
  "motor-gasoline": { vi: "xăng", th: "น้ำมันเบนซิน", id: "bensin", ms: "petrol" },
  "canned-pineapple": { vi: "dứa hộp", th: "สับปะรดกระป๋อง", id: "nanas kaleng", ms: "nanas dalam tin" },
  "instant-noodles": { vi: "mì ăn liền", th: "บะหมี่กึ่งสำเร็จรูป", id: "mi instan", ms: "mi segera" },
  "led-lamp": { vi: "đèn LED", th: "หลอดแอลอีดี", id: "lampu LED", ms: "lampu LED" },
  "water-meter": { vi: "đồng hồ nước", th: "มาตรวัดน้ำ", id: "meter air", ms: "meter air" },
  "electricity-meter": { vi: "công tơ điện", th: "มาตรไฟฟ้า", id: "meter listrik", ms: "meter elektrik" },
  "prepackaged-food": {
    vi: "thực phẩm bao gói sẵn",
    th: "อาหารในภาชนะบรรจุ",
    id: "pangan kemasan",
    ms: "makanan prapembungkusan",
  },
};

/** Every regional name of one thing, as texts to be searched. */
export function regionalTexts(names: RegionalNames | undefined): readonly string[] {
  return names === undefined ? [] : Object.values(names);
}
