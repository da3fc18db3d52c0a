import type { Sentence } from "../sentence.ts";

/** What `core/kernel` declines, by code. */
export const kernelProblems = {
  "not-a-number": {
    zh: "“{given}”不是数字，请只填数字、小数点和正负号。",
    en: "“{given}” is not a number. Type digits, a decimal point and a sign only.",
  },
  empty: { zh: "此处没有填写。空白不会当作零。", en: "This field is empty. An empty field is never taken as zero." },
  "ambiguous-separator": {
    zh: "“{given}”中的逗号或空格可能表示不同的数，请用小数点并去掉分隔符，例如：{suggestions}。",
    en: "The comma or space in “{given}” can mean different numbers. Use a decimal point and no separators, for example: {suggestions}.",
  },
  "number-too-long": {
    zh: "“{given}”的位数或指数超出可测量的范围。",
    en: "“{given}” has more digits, or a larger exponent, than anything that is measured.",
  },
  "not-a-quantity": {
    zh: "“{given}”不是带单位的量值，请写成“10.0 mL”的形式。",
    en: "“{given}” is not a number with a unit; write it like “10.0 mL”.",
  },
  "unit-missing": {
    zh: "“{given}”没有单位，请在数值后写明单位。",
    en: "“{given}” has no unit; write the unit after the number.",
  },
  "loq-outside-lod": {
    zh: "定量限 {loq} 超出检出限 {lod} 的范围：定量范围须在检出范围之内，请改正其中之一。",
    en: "The limit of quantification {loq} lies outside the limit of detection {lod}: what can be quantified can be detected, so correct one of the two.",
  },
  "division-by-zero": { zh: "{dividend} 不能除以零。", en: "{dividend} cannot be divided by zero." },
  "too-few-values": {
    zh: "只有 {given} 个数值，至少需要 {needed} 个。",
    en: "There are {given} values; at least {needed} are needed.",
  },
  "values-differ-in-number": {
    zh: "成对数据个数不一致：一列 {needed} 个，另一列 {given} 个。",
    en: "Paired values differ in number: {needed} in one series, {given} in the other.",
  },
  "below-resolution": {
    zh: "{input} 的标准不确定度 {u} 低于计算所用数的分辨力（估计值 {x}），试验无法表现它。请换用更合适的单位或减去一个常数。",
    en: "The uncertainty {u} of {input} is below the resolution of the numbers at {x}: trials cannot show it. Use another unit, or subtract a constant.",
  },
  "beyond-resolution": {
    zh: "{output} = {y} 的标准不确定度 {u} 超出计算所用数的分辨力，试验无法表现它，故不给出。请换用更合适的单位或减去一个常数。",
    en: "The uncertainty {u} of {output} = {y} is beyond the resolution of the numbers that trials compute with, so that none are stated. Use another unit, or subtract a constant.",
  },
  "outside-domain": {
    zh: "{name} 的值 {given} 不在允许的范围内（{min} 至 {max}）。",
    en: "The value {given} of {name} is outside what is allowed ({min} to {max}).",
  },
  "uncertainty-invalid": {
    zh: "“{source}”的标准不确定度 {u} 或自由度 {dof} 无效：标准不确定度不得为负，自由度必须大于零。",
    en: "The standard uncertainty {u} of “{source}” or its degrees of freedom {dof} are not valid: the first must not be negative, the second must be positive.",
  },
  "too-few-degrees-of-freedom": {
    zh: "有效自由度 {dof} 小于 1，无法给出包含因子。",
    en: "The effective degrees of freedom {dof} are below one, so no coverage factor can be stated.",
  },
  "not-a-date": {
    zh: "“{given}”不是有效日期，请按 年-月-日 填写，例如 2026-11-25。",
    en: "“{given}” is not a date that exists. Write year-month-day, for example 2026-11-25.",
  },
  "no-working-day": {
    zh: "工作日历在 {date} 之后没有任何工作日，请检查日历数据。",
    en: "The working calendar leaves no working day after {date}. Check its data.",
  },
  "unknown-unit": {
    zh: "无法识别单位“{given}”：第 {at} 位起的“{part}”不是 UCUM 单位。",
    en: "The unit “{given}” is not understood: “{part}” at position {at} is no UCUM unit.",
  },
  "unit-mismatch": {
    zh: "单位“{from}”与“{to}”所表示的量不同，不能换算。",
    en: "The units “{from}” and “{to}” measure different things and cannot be converted.",
  },
  "special-unit": {
    zh: "单位“{given}”是对数或特殊标度，不能按倍数换算。",
    en: "The unit “{given}” is a logarithmic or special scale and cannot be converted by a factor.",
  },
  "expression-syntax": {
    zh: "公式在第 {at} 个字符处无法理解：读到“{found}”，应为 {expected}。",
    en: "The formula is not understood at character {at}: found “{found}”, expected {expected}.",
  },
  "expression-too-long": {
    zh: "公式过长或嵌套过深（{given}，上限 {limit}）。",
    en: "The formula is too long or too deeply nested ({given}, at most {limit}).",
  },
  "unknown-name": {
    zh: "公式中的名称“{name}”没有定义，或该输入量没有给出估计值。",
    en: "Nothing defines the name “{name}”, or this input has no estimate.",
  },
  "name-defined-twice": {
    zh: "名称“{name}”定义了两次：{first}，又有 {again}。输入量不得与其他输入量、公式或未知量同名，请改其一。",
    en: "The name “{name}” is defined twice: by {first} and again by {again}. An input must not be called like another one, a formula or an unknown. Rename one.",
  },
  "member-twice": {
    zh: "“{name}”写了两次（{at}）：第 {line} 行第 {column} 列，又在第 {againLine} 行第 {againColumn} 列。请删去一处或改名。",
    en: "“{name}” is stated twice ({at}): in line {line}, column {column}, and again in line {againLine}, column {againColumn}. Remove one, or rename it.",
  },
  "name-reserved": {
    zh: "名称“{name}”是公式里的常数或函数，不能用作模型中量的名称，请改名。",
    en: "“{name}” is a constant or function of formulas and cannot be the name of a quantity in the model. Rename it.",
  },
  "name-lookalike": {
    zh: "名称“{name}”的第 {place} 个字符“{letter}”不是拉丁字母“{like}”，只是看起来相同。请用“{like}”重新输入。",
    en: "Character {place} of the name “{name}” is not the Latin letter “{like}” but one of another alphabet that looks like it. Type it again as “{like}”.",
  },
  "cyclic-model": { zh: "公式互相循环定义：{names}。", en: "The formulas define each other in a circle: {names}." },
  "model-not-finite": {
    zh: "在给定的估计值处或某次试验中，“{output}”或其灵敏系数不是有限数（例如除以零）。请检查公式与分布。",
    en: "“{output}” or its sensitivity has no finite value at these estimates or in a trial, for example because of a division by zero. Check formula and distributions.",
  },
  "slope-too-large": {
    zh: "“{output}”本身有值，但其灵敏系数超出可计算的数（10³⁰⁸）。请换用使数值更接近 1 的单位。",
    en: "“{output}” has a value, but its sensitivity is larger than any number that can be computed (10³⁰⁸). State the inputs in units that bring their values closer to 1.",
  },
  "estimate-invalid": {
    zh: "输入量“{input}”的估计值 {given} 不是有限数，请填写数值。",
    en: "The estimate {given} of “{input}” is not a finite number. Type a number.",
  },
  "equations-unsolved": {
    zh: "经过 {steps} 步未能从起始值解出 {outputs}：方程可能无解、有重根，或起始值过远。",
    en: "The equations for {outputs} were not solved in {steps} steps: there may be no solution, a double one, or the start is too far away.",
  },
  "equations-unsolved-in-trial": {
    zh: "在第 {trial} 次试验中未能从方程解出 {outputs}：请检查分布是否超出方程有解的范围，或给出解的界限。",
    en: "The equations for {outputs} were not solved in trial {trial}: check whether the distributions reach beyond where there is a solution, or give bounds for it.",
  },
  "solution-not-bracketed": {
    zh: "“{output}”在 {low} 与 {high} 之间没有解，或界限两端的方程值同号：请修改界限。",
    en: "“{output}” has no solution between {low} and {high}, or its equation has the same sign at both: change the bounds.",
  },
  "correlation-invalid": {
    zh: "“{a}”与“{b}”的相关系数 {given} 无效：须在 -1 与 1 之间，两个输入量须已知且不重复。",
    en: "The correlation {given} of “{a}” and “{b}” is not valid: it must lie between -1 and 1, for two known inputs, once.",
  },
  "correlations-inconsistent": {
    zh: "给出的相关系数互相矛盾：相关矩阵最小特征值为 {smallestEigenvalue}，不得小于零；任何可能的相关矩阵都至少与它相距 {distance}（弗罗贝尼乌斯范数）。请核对各系数。",
    en: "The correlations contradict each other: the smallest eigenvalue is {smallestEigenvalue} and must not be negative; every possible correlation matrix is at least {distance} away (Frobenius norm). Check the coefficients.",
  },
  "correlation-unattainable": {
    zh: "“{a}”与“{b}”的分布不能达到相关系数 {given}：可达范围为 {min} 至 {max}。",
    en: "The distributions of “{a}” and “{b}” cannot have the correlation {given}: from {min} to {max} is possible.",
  },
  "correlations-unattainable": {
    zh: "这些分布不能同时达到所给的各相关系数：正态得分所需的相关矩阵最小特征值为 {smallestEigenvalue}，任何可能的相关矩阵都至少与它相距 {distance}（弗罗贝尼乌斯范数）。请减小相关系数，或采用正态分布。",
    en: "These distributions cannot have all of these correlations together: the matrix that their normal scores would need has the smallest eigenvalue {smallestEigenvalue} and is at least {distance} away from every possible one (Frobenius norm). Reduce the coefficients or use normal distributions.",
  },
  "shared-part-too-large": {
    zh: "“{input}”的共同来源分量合计 {parts}，大于其标准不确定度 {u}：请减小分量，或增大标准不确定度。",
    en: "The parts of “{input}” from common sources make {parts} together, more than its standard uncertainty {u}. Reduce the parts or state a larger uncertainty.",
  },
  "no-uncertainty": {
    zh: "“{output}”的所有输入量都没有不确定度，因此 u = 0：请核对是否漏填。",
    en: "No input of “{output}” has an uncertainty, so u = 0. Check whether one was left out.",
  },
  "vanishing-sensitivity": {
    zh: "“{output}”对不确定的输入量（{inputs}）的灵敏系数在估计值处全部为零，一阶传播给出 u = 0，这并不真实：请以蒙特卡洛结果为准。",
    en: "Every sensitivity of “{output}” to its uncertain inputs ({inputs}) is zero at the estimates, so first order gives u = 0, which is not true. Use the Monte Carlo result instead.",
  },
  "contributions-cancel": {
    zh: "“{output}”各输入量（{inputs}）的贡献因相关而完全抵消，u = 0：请核对相关系数，并补充未包括的分量。",
    en: "The contributions to “{output}” ({inputs}) cancel by correlation, so u = 0. Check the correlation coefficients and add what they leave out.",
  },
  "no-derivative": {
    zh: "公式“{formula}”第 {at} 个字符处的绝对值正处于转折点，导数不存在：“{output}”的一阶和二阶传播不可用，请以蒙特卡洛结果为准。",
    en: "At character {at} of the formula “{formula}” an absolute value is at its corner, where no derivative exists: first and second order say nothing of “{output}”. Use the Monte Carlo result instead.",
  },
  "readings-all-equal": {
    zh: "“{name}”的读数全部相同，A 类不确定度为零：请另外考虑分辨力。",
    en: "All readings of “{name}” are equal, so its type A uncertainty is zero. Take the resolution into account separately.",
  },
  "singular-in-support": {
    zh: "公式“{formula}”第 {at} 个字符处的除数、对数或根号内的量距其无定义处仅 {distance} 个标准不确定度：“{output}”的平均值和标准偏差可能不存在，试验结果只反映所抽到的值。请改写公式或采用有界分布。",
    en: "At character {at} of the formula “{formula}” a denominator, logarithm or root is only {distance} standard uncertainties away from where it has no value: “{output}” may have no mean or standard deviation, and trials only show what they drew. Rewrite the formula or use a bounded distribution.",
  },
  "dof-undefined": {
    zh: "“{a}”与“{b}”相关但不同属一次观测，“{output}”的有效自由度没有定义，不给出 U：请注明共同的样本或来源。",
    en: "“{a}” and “{b}” are correlated but were not observed together, so the effective degrees of freedom of “{output}” are undefined and no U is stated. Name their common sample or source.",
  },
  "second-order-not-finite": {
    zh: "“{output}”的高阶导数在估计值处不是有限数，不给出二阶传播结果。",
    en: "A higher derivative of “{output}” is not finite at the estimates, so no second order is given.",
  },
  "variance-undefined": {
    zh: "“{input}”按自由度为 {dof} 的 t 分布抽取，没有标准偏差：试验的 u 不可用，请使用区间。",
    en: "“{input}” is drawn from a t with {dof} degrees of freedom, which has no standard deviation: use the interval of the trials, not their u.",
  },
  "distribution-invalid": {
    zh: "输入量“{input}”的分布参数 {parameter} = {given} 无效。",
    en: "The parameter {parameter} = {given} of the distribution of “{input}” is not valid.",
  },
  "not-a-model-file": {
    zh: "文件里没有模型：文件应为一个 JSON 对象，写明 model（或 equations）和 inputs。",
    en: "The file holds no model: it must be a JSON object that states model (or equations) and inputs.",
  },
  "model-file-invalid": {
    zh: "模型文件的“{at}”处不正确：应为 {expected}。",
    en: "The model file is not right at “{at}”: {expected} is expected.",
  },
  "not-finite": {
    zh: "{name} 的第 {at} 个值“{given}”不是有限数。",
    en: "Value {at} of {name} is {given}, which is not a finite number.",
  },
  "no-variation": {
    zh: "{name} 的所有值都相同，无法计算离散程度。",
    en: "All values of {name} are equal, so that no spread can be computed.",
  },
  "laboratory-twice": {
    zh: "实验室“{laboratory}”在同一水平出现两次：请把它的结果合并为一组，或更正实验室名称。",
    en: "The laboratory “{laboratory}” appears twice at one level. Put all its results into one cell, or correct the name.",
  },
  "fit-singular": {
    zh: "回归的第 {column} 列与其他列线性相关，没有唯一解。",
    en: "Column {column} of the regression depends on the others, so that there is no single solution.",
  },
  "unknown-rule": { zh: "没有名为“{given}”的判异规则。", en: "There is no control rule called “{given}”." },
  "no-sampling-plan": {
    zh: "抽样表中没有 {name} 为 {given} 的抽样方案。",
    en: "The sampling tables hold no plan for {name} {given}.",
  },
  "sampling-suspended": {
    zh: "加严检验中已有 {lots} 批不接收，抽样检验已暂停；供方采取改进措施并获批准后才能恢复。",
    en: "Sampling was suspended after {lots} lots were not accepted on tightened inspection. It resumes when the supplier has improved and this was approved.",
  },
} as const satisfies Record<string, Sentence>;
