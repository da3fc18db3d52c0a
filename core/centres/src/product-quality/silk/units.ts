/** One denier is 10/9 dtex. */
export const DTEX_PER_DENIER = 10 / 9;

/** One gram-force per denier. [cN/dtex] @source GB/T 1798-2008 (0.8825985) */
export const CN_DTEX_PER_GF_DENIER = 0.8825985;

/** Turn of a sizing reel. [m] @source GB/T 1798-2008 */
export const REEL_TURN_M = 1.125;

/** Official regain of silk. @source GB/T 9994-2018; GB/T 1798-2008 */
export const OFFICIAL_REGAIN = 0.11;

/** Metres to which a denier refers. */
export const DENIER_M = 9000;
