import type { Sentence } from "../sentence.ts";

/** Why the platform does not start, and what to do about it; shown on the console of whoever starts it. */
export const startProblems = {
  "data-folder-in-use": {
    zh: "数据目录 {folder} 正由进程 {pid} 使用。请先停止该进程，或为第二个实例设置另一个 QUANHENG_DATA 和 PORT。",
    en: "The data folder {folder} is in use by process {pid}. Stop that one first, or give a second instance its own QUANHENG_DATA and PORT.",
  },
  "data-folder-foreign": {
    zh: "数据目录 {folder} 属于另一个系统用户（uid {owner}）。请以该用户启动，或用 QUANHENG_DATA 指定自己的目录。",
    en: "The data folder {folder} belongs to another user of this machine (uid {owner}). Start as that user, or name a folder of your own in QUANHENG_DATA.",
  },
  "database-not-packaged": {
    zh: "安装包中没有适用于 {platform} 的数据库。请重新运行 npm ci，或在 DATABASE_URL 中指定 PostgreSQL 服务器。",
    en: "The packages brought no database for {platform}. Run npm ci again, or name a PostgreSQL server in DATABASE_URL.",
  },
  "database-cannot-start": {
    zh: "数据库无法启动：{why}。详情见 {log}。",
    en: "The database cannot start: {why}. Its log is {log}.",
  },
  "database-other-version": {
    zh: "数据目录 {folder} 由 PostgreSQL {found} 写入，本程序带的是 {expected}。请用旧版本程序执行 backup，再用本版本执行 restore。",
    en: "The data folder {folder} was written by PostgreSQL {found}; this program brings {expected}. Make a backup with the older program and restore it with this one.",
  },
  "database-secret-missing": {
    zh: "缺少数据库口令文件 {file}。请从备份中恢复该文件，或将备份恢复到新的数据目录。",
    en: "The file {file} with the database's passwords is missing. Put it back from a copy, or restore a backup into a new data folder.",
  },
  "database-unreachable": {
    zh: "无法连接 DATABASE_URL 指定的数据库：{why}。请检查地址、用户和口令。",
    en: "The database named in DATABASE_URL cannot be reached: {why}. Check its address, user and password.",
  },
  "database-roles-missing": {
    zh: "DATABASE_URL 的用户不能创建所需角色（{why}）。请由数据库管理员执行：{sql}",
    en: "The user of DATABASE_URL may not create the roles that are needed ({why}). Have the database's administrator run: {sql}",
  },
  "migration-changed": {
    zh: "迁移文件 {file} 在执行后被修改过。请恢复原文件，并用新的迁移表达更改。",
    en: "The migration {file} was changed after it had been applied. Put the file back and express the change as a new migration.",
  },
  "database-newer": {
    zh: "数据库由更新的程序写入（其迁移 {file} 在此未知）。请使用该版本或更新的版本。",
    en: "The database was written by a newer program (its migration {file} is not known here). Use that version or a later one.",
  },
  "port-in-use": {
    zh: "端口 {port} 已被占用。请停止占用它的程序，或用 PORT 另选一个。",
    en: "Port {port} is taken. Stop the program that has it, or choose another with PORT.",
  },
  "signing-settings-wrong": {
    zh: "时间戳设置 {name} 不可用（{why}）。请填写 http 或 https 地址；策略为点分数字；QUANHENG_TIMESTAMP_ROOTS 为含证书的 PEM 文件。",
    en: "The setting {name} for time stamps cannot be used ({why}). Give an http or https address, a policy in dotted digits, and in QUANHENG_TIMESTAMP_ROOTS a PEM file with certificates.",
  },
  "backup-target-not-empty": {
    zh: "目录 {folder} 不是空的。请指定一个空目录。",
    en: "The folder {folder} is not empty. Name an empty one.",
  },
  "restore-target-not-empty": {
    zh: "数据库中已有数据。恢复只写入空的数据库：请用 QUANHENG_DATA 指定新的数据目录。",
    en: "The database already holds data. A backup is restored only into an empty one: name a new data folder in QUANHENG_DATA.",
  },
  "backup-damaged": {
    zh: "备份文件 {file} 已损坏或缺失：{why}。",
    en: "The backup's file {file} is damaged or missing: {why}.",
  },
} as const satisfies Record<string, Sentence>;

export type StartRefusal = keyof typeof startProblems;
