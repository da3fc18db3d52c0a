import type { Sentence } from "../sentence.ts";

/**
 * What the platform itself declines, and what to do about it. The codes are public and stable; the keys of this table
 * are the closed list of them (`ServerRefusal`).
 */
export const serverProblems = {
  "not-found": {
    zh: "没有找到，或您无权查看。请检查地址，或从列表重新打开。",
    en: "Not found, or not yours to see. Check the address or open it from the list.",
  },
  "not-signed-in": { zh: "请先登录。", en: "Please sign in first." },
  "not-permitted": {
    zh: "您当前的角色（{role}）无权进行此操作。请切换角色或联系本机构管理员。",
    en: "Your present role ({role}) may not do this. Switch role, or ask your institution's administrator.",
  },
  "wrong-origin": {
    zh: "该请求并非来自本平台页面，已拒绝。请在平台页面上重试。",
    en: "This request did not come from a page of the platform and was refused. Try again from the page.",
  },
  "unknown-host": {
    zh: "该主机名不是本平台的地址。请使用 {origin}，或由管理员设置 QUANHENG_ORIGIN。",
    en: "This host name is not an address of the platform. Use {origin}, or have the administrator set QUANHENG_ORIGIN.",
  },
  malformed: {
    zh: "请求内容无法读取：不是完整的 JSON，或嵌套过深。",
    en: "The request cannot be read: it is not complete JSON, or nested too deeply.",
  },
  "epcis-empty": {
    zh: "没有收到事件文件。请以 JSON 发送 EPCISDocument。",
    en: "No document of events arrived. Send an EPCISDocument as JSON.",
  },
  "epcis-wrong": {
    zh: "该事件有 {count} 处错误，第一处是 {at}（{code}）。请更正后重新发送。",
    en: "The event has faults ({count}), the first at {at} ({code}). Correct it and send it again.",
  },
  "epcis-conflict": {
    zh: "事件 {eventID} 已登记，内容不同。事件不可修改：请登记错误声明，再用新的标识登记更正后的事件。",
    en: "Event {eventID} is there already and says something else. Events are never changed: capture an error declaration, then the right event under a new identity.",
  },
  "epcis-context-late": {
    zh: "文件过大而“@context”位于事件之后。请把“@context”放在文件开头。",
    en: "The document is large and its “@context” stands behind the events. Put “@context” at the beginning.",
  },
  "epcis-parameter": {
    zh: "查询参数 {parameter} 不存在或取值无法读取。请对照 EPCIS 2.0 的查询参数更正。",
    en: "The query parameter {parameter} is not known, or its value cannot be read. Correct it by the parameters of EPCIS 2.0.",
  },
  "epcis-query-wrong": {
    zh: "查询中的参数 {parameter} 不存在或取值无法读取。请更正后重新保存查询。",
    en: "The query's parameter {parameter} is not known, or its value cannot be read. Correct it and save the query again.",
  },
  "epcis-name-taken": {
    zh: "查询名称 {name} 已被使用。请换一个名称。",
    en: "The name {name} is taken by another query. Choose another.",
  },
  "epcis-subscription-wrong": {
    zh: "订阅须写明“stream”为 true，或给出可用的“schedule”，二者择一；有误的是 {field}。",
    en: "A subscription has either “stream” true or a “schedule” that can come; what is wrong is {field}.",
  },
  "epcis-dest-refused": {
    zh: "无法向该地址推送（{reason}）。请使用公网上的 https 地址，不含用户名和密码。",
    en: "This address cannot be told ({reason}). Use an https address on the public internet, without user name and password.",
  },
  "epcis-subscriptions-many": {
    zh: "本单位的订阅已达上限 {most} 个。请先取消不再需要的订阅。",
    en: "Your party has as many subscriptions as are allowed ({most}). End one that is no longer needed.",
  },
  "epcis-too-many": {
    zh: "符合条件的事件超过 {most} 个。请缩小查询范围，或提高 maxEventCount。",
    en: "More than {most} events match. Narrow the query, or raise maxEventCount.",
  },
  "epcis-pattern": {
    zh: "参数 {parameter} 只接受完整的标识，不接受通配模式。",
    en: "The parameter {parameter} takes whole identifiers, no patterns.",
  },
  "trace-unknown": {
    zh: "没有您可以查看的事件提到 {thing}。请检查批号，或请持有方共享其事件。",
    en: "No event that you may see is about {thing}. Check the lot, or ask its holders to share their events.",
  },
  "media-type": {
    zh: "请求的内容类型不可用，应为 {expected}。",
    en: "The content type of the request does not fit; {expected} is needed.",
  },
  "invalid-request": {
    zh: "有 {count} 处填写不符合要求，请按标注修改后再提交。",
    en: "Not as required: {count} of the entries. Correct what is marked and send again.",
  },
  "too-large": {
    zh: "文件或请求过大：上限为 {limit}。请压缩或拆分后重试；已填写的内容没有丢失。",
    en: "Too large: at most {limit} is accepted. Make it smaller or split it; nothing you typed is lost.",
  },
  "timestamp-unavailable": {
    zh: "贵机构要求签名带时间戳，但相关服务目前不可用（{why}）。请稍后再签发，或由管理员检查服务设置。",
    en: "Your institution asks for signatures with time stamps, and the service is not available ({why}). Issue later, or let an administrator check the service.",
  },
  "too-many-requests": {
    zh: "请求过于频繁，请在 {seconds} 秒后重试。",
    en: "Too many requests. Try again in {seconds} seconds.",
  },
  "wrong-credentials": { zh: "邮箱或密码不正确。", en: "E-mail or password is not right." },
  "locked-out": {
    zh: "连续登录失败次数过多，账号已暂时锁定，请在 {seconds} 秒后重试。",
    en: "Too many failed attempts. This account is locked for {seconds} seconds.",
  },
  "second-factor-needed": { zh: "请输入动态验证码。", en: "Enter the code from your authenticator." },
  "reauthentication-needed": {
    zh: "签发前需再次确认身份：请重新输入密码。",
    en: "A signature needs your password again.",
  },
  "reauthentication-expired": {
    zh: "身份确认已过期或已使用，请重新输入密码。",
    en: "The confirmation has expired or was used. Enter your password again.",
  },
  "demo-off": {
    zh: "本平台未启用演示机构。请用邮箱和密码登录。",
    en: "The demonstration cluster is off. Sign in with e-mail and password.",
  },
  stale: {
    zh: "在您编辑期间，{changedBy} 已于 {changedAt} 修改了内容（{changed}）。您的输入仍保留，请核对后再提交。",
    en: "While you were editing, {changedBy} changed it at {changedAt} ({changed}). What you typed is kept; compare and send again.",
  },
  "not-printable": {
    zh: "“{field}”中有无法印在报告上的字符：{characters}。请删除或改用其他写法。",
    en: "“{field}” has characters that cannot be printed on a report: {characters}. Remove them or write it another way.",
  },
  "invisible-character": {
    zh: "“{field}”中有看不见的字符（{characters}），它们会使文字显示的与实际不同。请删除后重新输入。",
    en: "“{field}” has invisible characters ({characters}), which make a text look other than it is. Delete them and type it again.",
  },
  "lot-unit-unknown": {
    zh: "批量单位“{given}”不可用。可用：{known}。",
    en: "The unit “{given}” is not one for the size of a lot. Possible: {known}.",
  },
  "lot-size-impossible": {
    zh: "批量“{given}”不可用：须为大于零的数，最多 20 位。",
    en: "A lot size of “{given}” cannot be used: it must be more than zero and at most 20 characters long.",
  },
  "gtin-length": {
    zh: "GTIN“{given}”不正确：须为 8、12、13 或 14 位数字。",
    en: "The GTIN “{given}” is not right: it must have 8, 12, 13 or 14 digits and nothing else.",
  },
  "gtin-invalid": {
    zh: "GTIN“{given}”的校验位不正确：最后一位应为 {expected}。请核对包装上的号码。",
    en: "The check digit of the GTIN “{given}” is wrong: the last digit would be {expected}. Compare it with the package.",
  },
  "market-already-planned": {
    zh: "{market} 已在本委托之内。请选择其他市场。",
    en: "{market} is part of this commission already. Choose another market.",
  },
  "agreement-awaited": {
    zh: "上一次增加的市场还在等待实验室受理。请待其答复后再增加。",
    en: "The laboratories have not yet answered the markets added last. Add more once they have.",
  },
  "characteristic-unknown": {
    zh: "库中没有特性 {characteristic}。请从列表中选择。",
    en: "The library knows no characteristic {characteristic}. Choose one from the list.",
  },
  "too-much-evidence": {
    zh: "一个委托最多说明 {most} 份已有报告。请只留下与所选市场有关的。",
    en: "A commission takes at most {most} reports already held. Keep only those that matter for its markets.",
  },
  "product-unknown": {
    zh: "库中没有产品“{product}”。请从列表中选择。",
    en: "The library has no product “{product}”. Choose one from the list.",
  },
  "market-unknown": {
    zh: "库中没有市场“{market}”。请从列表中选择。",
    en: "The library has no market “{market}”. Choose one from the list.",
  },
  "claims-open": {
    zh: "还需说明：{claims}。标准按等级或类型设限，未说明则无法确定适用限值。",
    en: "Still to be stated: {claims}. The standards set limits by grade or type; without it no limit can be chosen.",
  },
  "date-impossible": { zh: "日期“{date}”不可用：{why}。", en: "The date {date} cannot be used: {why}." },
  "not-a-draft": {
    zh: "该委托已提交（状态：{state}），不能再修改。需要改动请联系受理实验室或取消后重新委托。",
    en: "This commission has left the draft state (now: {state}) and can no longer be changed. Ask the laboratory, or cancel it and open a new one.",
  },
  "not-awaiting-review": {
    zh: "该委托当前状态为 {state}，不在合同评审阶段。",
    en: "This commission is {state}; it does not await a contract review.",
  },
  "not-cancellable": {
    zh: "该委托状态为 {state}，已不能取消。",
    en: "This commission is {state} and can no longer be cancelled.",
  },
  "no-requirements": {
    zh: "所选产品、市场和日期没有任何适用要求，无法制定方案。请检查市场和日期。",
    en: "No requirement applies to this product in these markets on this day, so there is nothing to plan. Check markets and date.",
  },
  "plan-outdated": {
    zh: "方案是按委托的旧版本计算的，请重新计算后再同意。",
    en: "The plan was computed for an older version of the commission. Compute it again, then agree.",
  },
  "plan-infeasible": { zh: "没有可行方案：{why}。", en: "There is no feasible plan: {why}." },
  "already-agreed": {
    zh: "该委托已同意过方案，不能重复提交。",
    en: "A plan has been agreed for this commission already.",
  },
  "rule-unknown": {
    zh: "判定规则“{rule}”不在可选范围内。",
    en: "The decision rule “{rule}” is not among the choices.",
  },
  "already-reviewed": {
    zh: "贵实验室已完成该委托的合同评审（{outcome}）。",
    en: "Your laboratory has reviewed this contract already ({outcome}).",
  },
  "contract-not-acceptable": {
    zh: "不能受理：{findings}。请先解决，或填写理由后拒绝。",
    en: "It cannot be accepted: {findings}. Resolve this first, or decline with a reason.",
  },
  "reason-needed": { zh: "请填写理由。", en: "A reason is needed." },
  "already-received": {
    zh: "该样品已于 {at} 由 {by} 接收。如需更正，请选择“更正接收记录”并写明原因。",
    en: "This sample was received at {at} by {by}. To correct the record choose “correct the receipt” and say why.",
  },
  "not-received": {
    zh: "样品 {sample} 尚未接收，不能开始检测。",
    en: "Sample {sample} has not been received, so testing cannot start.",
  },
  "sample-unsuitable": {
    zh: "样品 {sample} 被判为不适于检测，请联系委托方重新送样。",
    en: "Sample {sample} was found unsuitable. Ask the client for a new one.",
  },
  "already-split": {
    zh: "样品 {sample} 已分为 {parts}，不能再次拆分。",
    en: "Sample {sample} was divided already into {parts}; it cannot be divided twice.",
  },
  "part-of-sample": {
    zh: "{sample} 本身是分样，不能再拆分。请拆分原样品。",
    en: "{sample} is a part already and cannot be divided. Divide the whole sample.",
  },
  "commission-not-running": {
    zh: "该委托当前状态为 {state}，此时不能进行此操作。样品在全部实验室受理后才能接收。",
    en: "This commission is {state}, so this cannot be done now. Samples are received once every laboratory has accepted.",
  },
  "parts-exceed": {
    zh: "各份之和为 {sum} {unit}，超过样品量 {quantity} {unit}。",
    en: "The parts add up to {sum} {unit}, more than the sample of {quantity} {unit}.",
  },
  "unit-mismatch": {
    zh: "单位“{given}”不可用，此处应为 {expected}。",
    en: "The unit “{given}” does not fit; {expected} is needed here.",
  },
  "facts-closed": {
    zh: "委托状态为“{state}”，不能再补充样品情况。",
    en: "The commission is “{state}”; facts of its item can no longer be stated.",
  },
  "question-unknown": {
    zh: "该委托的要求不涉及“{question}”，请刷新页面后重试。",
    en: "No requirement of this commission asks “{question}”. Load the page again.",
  },
  "task-twice": {
    zh: "同一任务在本工作单中出现了两次（{task}）；请只保留一行。",
    en: "The same task stands twice on this worksheet ({task}); leave one row.",
  },
  "task-not-ready": {
    zh: "该检测任务当前状态为 {state}，不能录入读数。",
    en: "This task is {state}; readings cannot be entered now.",
  },
  "readings-refused": {
    zh: "有 {count} 处读数不能接受，请按标注修改；已输入的内容都还在。",
    en: "{count} readings cannot be accepted. Correct the marked ones; everything you typed is still here.",
  },
  "instrument-missing": { zh: "请选择所用仪器：{types}。", en: "Choose the instrument used: {types}." },
  "instrument-not-usable": {
    zh: "仪器 {instrument} 不能使用：{why}。",
    en: "Instrument {instrument} may not be used: {why}.",
  },
  "no-competence": {
    zh: "{person} 没有“{method}”的有效{activity}授权（{detail}），不能进行此操作。",
    en: "{person} has no valid authorisation to {activity} {method} ({detail}).",
  },
  "not-independent": {
    zh: "您参与了该项的{part}，不能再{activity}。须由他人完成（四眼原则）。",
    en: "You took part ({part}); the {activity} must be done by someone else (four-eyes rule).",
  },
  "review-outdated": {
    zh: "评审期间读数已更新到第 {number} 版，请查看新读数后再评审。",
    en: "The readings changed to version {number} during your review. Look at the new ones first.",
  },
  "nothing-to-review": {
    zh: "该任务当前状态为 {state}，没有待评审的读数。",
    en: "This task is {state}; there are no readings to review.",
  },
  "flags-unacknowledged": {
    zh: "还有未确认的提示：{flags}。请逐条确认或退回。",
    en: "Not yet acknowledged: {flags}. Confirm each, or return the task.",
  },
  "comment-needed": { zh: "退回时请写明需要更正什么。", en: "Say what must be corrected when you return a task." },
  "tasks-open": {
    zh: "还有 {count} 项检测未通过评审，不能签发。",
    en: "{count} tasks are not approved yet; the report cannot be issued.",
  },
  "report-incomplete": {
    zh: "文件缺少所属标准要求的内容：{items}。",
    en: "The document lacks items that its standard requires: {items}.",
  },
  "document-kind-not-possible": {
    zh: "这些结果不能以“{kind}”签发，可选：{possible}。",
    en: "These results do not go out as {kind}; possible: {possible}.",
  },
  "certificate-not-possible": {
    zh: "报告 {number} 对市场 {markets} 不能签发符合性证书：报告须有效，且该市场的全部要求均判合格并经核实。",
    en: "Report {number} does not carry a certificate of conformity for {markets}: it must be valid, and every requirement of the market met and verified.",
  },
  "language-fixed": {
    zh: "该委托状态为 {state}，不再签发文件，语言不能再选。",
    en: "This commission is {state}; nothing more is issued for it, so its language stays.",
  },
  "nothing-changed": {
    zh: "新文件与报告 {number} 没有任何差别。请更正内容、重新取数或填写说明。",
    en: "The new document would not differ from {number}. Correct something, take the results from the records, or add a statement.",
  },
  "shown-outdated": {
    zh: "您看到的结果已变化，请重新查看后再签发。",
    en: "What you were shown has changed. Look again before you sign.",
  },
  "already-issued": {
    zh: "该委托在贵实验室的报告 {number} 已签发。",
    en: "Report {number} has been issued for this commission by your laboratory.",
  },
  "status-impossible": { zh: "状态不能从“{from}”变为“{to}”。", en: "The status cannot go from {from} to {to}." },
  "statement-unknown": {
    zh: "本平台没有签发过编号或摘要为“{needle}”的文件。请核对编号；若有文件原件，请直接拖入验证。",
    en: "This platform never issued a document with number or hash “{needle}”. Check the number, or drop the file itself here.",
  },
  "not-a-pdf": {
    zh: "“{name}”不是 PDF 文件。请提交收到的报告原件。",
    en: "“{name}” is not a PDF. Hand in the report as you received it.",
  },
  "file-empty": { zh: "文件“{name}”是空的。", en: "The file “{name}” is empty." },
  "file-type": {
    zh: "文件“{name}”的类型 {type} 不可用，可用：{allowed}。",
    en: "The file “{name}” is of type {type}; accepted: {allowed}.",
  },
  "file-missing": { zh: "没有收到文件，请重新选择。", en: "No file arrived. Choose it again." },
  "csv-unreadable": { zh: "无法读取“{name}”：{why}。", en: "“{name}” cannot be read: {why}." },
  "requirement-not-open": {
    zh: "该要求当前状态为 {status}，无须核对。",
    en: "This requirement is {status}; there is nothing to verify.",
  },
  "import-not-open": {
    zh: "该导入当前状态为 {state}，不能再进行此操作。",
    en: "This import is {state}; this can no longer be done.",
  },
  "trade-notification-known": {
    zh: "通报 {symbol} 已经录入。请在列表中查找它。",
    en: "The notification {symbol} has been entered already. Look for it in the list.",
  },
  "trade-symbol-other": {
    zh: "文号 {symbol} 不属于 {agreement} 协定。请改正其一。",
    en: "The symbol {symbol} does not belong to the {agreement} Agreement. Correct one of them.",
  },
  "trade-days-disordered": {
    zh: "评议截止日 {until} 早于通报日 {notified}。请更正日期。",
    en: "Comments end on {until}, before the notification of {notified}. Correct the days.",
  },
  "comments-closed": {
    zh: "现在不接受意见（截止日：{until}）。",
    en: "Comments are not taken now (last day: {until}).",
  },
  "import-outdated": {
    zh: "预览之后，其中 {count} 条要求已有新版本。请重新导入文件，再看差异。",
    en: "Since the preview, {count} of its rows have got newer versions. Import the file again and look at the differences.",
  },
  "licence-not-in-force": {
    zh: "厂商识别代码 {prefix} 的许可有效期为 {from} 至 {until}（不含），现在不能使用。请向物品编码中心申请续展。",
    en: "The licence of prefix {prefix} runs from {from} to before {until} and cannot be used now. Ask the numbering centre to renew it.",
  },
  "renewal-wrong": {
    zh: "续展后的截止日须晚于 {after}，且不晚于 {latest}。请另选日期。",
    en: "A renewed licence ends after {after} and not later than {latest}. Choose another day.",
  },
  "label-wrong": {
    zh: "第 {row} 张标签的数据有误：{zh}（{fault}）。请修改后再打印。",
    en: "The data of label {row} are wrong: {en} ({fault}). Correct them and print again.",
  },
  "numbers-used-up": {
    zh: "前缀 {prefix} 的 {kind} 只剩 {left} 个，申请了 {asked} 个。请减少数量，或再申请一个厂商识别代码。",
    en: "Prefix {prefix} has {left} numbers of kind {kind} left and {asked} were asked for. Ask for fewer, or apply for another prefix.",
  },
  "prefix-impossible": {
    zh: "“{prefix}”不能作为厂商识别代码：须为 4 至 12 位数字，不得使用保留号段；演示环境只用 952 开头的号码，正式环境不用。",
    en: "“{prefix}” cannot be a company prefix: 4 to 12 digits outside the reserved ranges; a demonstration uses only those that begin with 952, and nobody else does.",
  },
  "prefix-taken": {
    zh: "前缀 {prefix} 与已许可的 {other} 重叠，请另选一个。",
    en: "Prefix {prefix} overlaps with {other}, which is licensed already. Choose another.",
  },
  "application-decided": {
    zh: "该申请已经处理。请刷新列表。",
    en: "This application has been decided. Reload the list.",
  },
  "key-withdrawn": {
    zh: "编码 {value} 已停用，不能再修改。",
    en: "Key {value} has been withdrawn and cannot be changed any more.",
  },
  "record-newer": {
    zh: "“{of}”已有更新的第 {version} 版。您的输入仍保留，请重新加载后核对再保存。",
    en: "There is a newer version ({version}) of “{of}”. What you typed is kept; reload, compare and save again.",
  },
  "prefix-not-held": {
    zh: "编码 {path} 不属于本单位有效的厂商识别代码，不能为它设置链接。",
    en: "{path} does not begin with a prefix that your party holds now, so you cannot set its links.",
  },
  "item-wrong": {
    zh: "链接不能保存（{fault}；类型 {relation}，第 {at} 条）。请按页面提示修改。",
    en: "The links cannot be kept ({fault}; type {relation}, link {at}). Correct what the page marks.",
  },
  "linkset-unreadable": {
    zh: "该文件不是可用的 linkset：问题在 {at}。请按 RFC 9264 的 JSON 格式修改。",
    en: "This is not a usable linkset: see {at}. Correct it to the JSON form of RFC 9264.",
  },
  "log-rolled-back": {
    zh: "透明日志已签署到 {seen} 条，而数据库里的 {size} 条与之不符：数据库被恢复到旧状态。为避免日志分叉，已停止签发；请管理员恢复较新的备份。",
    en: "The transparency log was signed up to {seen} entries, and the {size} in the database do not agree: the database was put back to an older state. Nothing is issued, so that the log does not fork; the administrator restores a newer backup.",
  },
  "dcc-schemas-unusable": {
    zh: "模式文件夹不能使用（{detail}）。请按 v3.3.0/dcc.xsd、dsi/v2.2.1.xsd 的结构放入已发布的模式文件。",
    en: "The folder of schemas cannot be used ({detail}). Lay the published schema files into it as v3.3.0/dcc.xsd, dsi/v2.2.1.xsd.",
  },
  "dcc-file-unreadable": {
    zh: "文件 {path} 无法读取。请检查路径和权限。",
    en: "The file {path} cannot be read. Check its path and whether you may read it.",
  },
  "dcc-file-unwritable": {
    zh: "文件 {path} 无法写入，或已经存在。请换一个名称。",
    en: "The file {path} cannot be written, or is there already. Choose another name.",
  },
  "dcc-schema-failed": {
    zh: "模式检查没有完成（{detail}）。请不带模式文件夹再检查一次。",
    en: "The check by the schema files did not come to an end ({detail}). Check once more without their folder.",
  },
  "database-unavailable": {
    zh: "数据库暂时不可用，请稍后重试；您的输入仍在页面上。",
    en: "The database is not available for the moment. Try again shortly; what you typed is still on the page.",
  },
  starting: {
    zh: "平台正在启动，请在 {seconds} 秒后重试。",
    en: "The platform is starting. Try again in {seconds} s.",
  },
  internal: {
    zh: "平台内部出错（编号 {incident}）。请稍后重试；如再次出现，请把编号告诉管理员。",
    en: "Something went wrong inside the platform (incident {incident}). Try again; if it happens again, give this number to the administrator.",
  },
} as const satisfies Record<string, Sentence>;

export type ServerRefusal = keyof typeof serverProblems;
