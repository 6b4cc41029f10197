/**
 * `验证说明.txt`: how anyone checks a bundle with what their computer has. Pure.
 *
 * 1. The commands stand alone on their lines and work inside the unpacked folder.
 * 2. It says what equal fingerprints show, and what they do not (E8).
 */
import type { Lang } from "@recourse/core";

/** Asks for UTF-8, which Windows PowerShell would not assume; compares without regard to case. */
const powerShell = (same: string, other: string): string =>
  `Get-Content -Encoding UTF8 -LiteralPath manifest-sha256.txt | ForEach-Object { $h, $p = $_ -split '  ', 2; ` +
  `if ((Get-FileHash -Algorithm SHA256 -LiteralPath $p).Hash -eq $h) { "${same}  $p" } else { "${other}  $p" } }`;

interface GuideFacts {
  /** Folder of the bundle. */
  readonly root: string;
  /** A file to show the single-file command with, relative to that folder. */
  readonly example: string;
}

const chinese = ({ root, example }: GuideFacts): string => `验证说明

每个文件都有一个“指纹”（SHA-256）。文件改动一个字，指纹就不一样。
打包时的指纹写在 manifest-sha256.txt 里。下面的命令把文件重新算一遍，和它对照。

先解压，再打开命令行，进入“${root}”文件夹（里面有 manifest-sha256.txt），输入：

Linux
    sha256sum -c manifest-sha256.txt
    sha256sum -c tagmanifest-sha256.txt

macOS
    shasum -a 256 -c manifest-sha256.txt
    shasum -a 256 -c tagmanifest-sha256.txt

Windows（PowerShell）
    ${powerShell("一致", "不一致")}

Windows 里只看一个文件
    certutil -hashfile "${example}" SHA256

怎么看结果
每一行都是 OK（Windows 是“一致”），就是打包以后没有改过。
出现 FAILED 或“不一致”，那一行写着的文件和打包时不同，或者不见了。

指纹一致只说明打包以后没有改过。不证明内容真实，也不证明由谁制作。
这个文件夹的格式是 BagIt 1.0（RFC 8493），别的 BagIt 工具也能核对。
`;

const english = ({ root, example }: GuideFacts): string => `How to check this bundle

Every file has a fingerprint (SHA-256). If one letter of the file changes, the fingerprint changes.
The fingerprints at the time of packing are in manifest-sha256.txt. These commands work them out again and compare.

Unpack the ZIP, open a command line in the folder "${root}" (where manifest-sha256.txt is), and type:

Linux
    sha256sum -c manifest-sha256.txt
    sha256sum -c tagmanifest-sha256.txt

macOS
    shasum -a 256 -c manifest-sha256.txt
    shasum -a 256 -c tagmanifest-sha256.txt

Windows (PowerShell)
    ${powerShell("same", "DIFFERENT")}

One single file on Windows
    certutil -hashfile "${example}" SHA256

Reading the result
OK on every line ("same" on Windows): nothing has changed since the bundle was packed.
FAILED or "DIFFERENT": the file on that line is not what was packed, or is gone.

Equal fingerprints show only that nothing has changed since packing. They do not show that the content is true, nor who made it.
The folder is a BagIt 1.0 bag (RFC 8493); other BagIt tools can check it too.
`;

/** The text of the guide. */
export const bagGuide = (facts: GuideFacts, lang: Lang): string => (lang === "en" ? english(facts) : chinese(facts));
