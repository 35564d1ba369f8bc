/** The site's pages in the shape that its recordings have: the same ids and the same statements, our own words. */
import type { SiteUpdate } from './updates.ts';

export const rowsOfOnePage = 25;
export const mostResults = 1000;

export interface PageLanguage {
  /** "Updates:" and "Last Modified:" in English. */
  updatesLabel: string;
  modifiedLabel: string;
  pager(from: number, to: number, total: number, page: number, pages: number): string;
  date(date: string): string;
  word(text: string): string;
}

export const english: PageLanguage = {
  updatesLabel: 'Updates:',
  modifiedLabel: 'Last Modified:',
  pager: (from, to, total, page, pages) => `${from} - ${to} of ${total} (page ${page} of ${pages})`,
  date: (date) => {
    const [year, month, day] = date.split('-').map(Number);
    return `${month}/${day}/${year}`;
  },
  word: (text) => text,
};

export const japanese: PageLanguage = {
  updatesLabel: '更新プログラム:',
  modifiedLabel: '最終変更日時:',
  pager: (from, to, total, page, pages) => `${from} - ${to}/${total} (${page}/${pages} ページ)`,
  date: (date) => date.replaceAll('-', '/'),
  word: (text) =>
    text
      .replace(/^(\d{4}-\d\d) Cumulative Update for (.*) \((KB\d+)\)$/, '$1 $2 の累積更新プログラム ($3)')
      .replace('Security Updates', 'セキュリティ問題の修正プログラム'),
};

function frame(content: string): string {
  return `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" dir="ltr" html lang="en">
<head><meta charset="utf-8"/><title>Microsoft Update Catalog</title></head>
<body id="ltr"><form method="post" action="./Search.aspx" id="aspnetForm">
<input type="hidden" name="__VIEWSTATE" id="__VIEWSTATE" value="AAAA" />
<div id="contentBox">${content}</div></form></body>
</html>
`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

/** `index`: the page from 0. */
export function searchPage(query: string, found: readonly SiteUpdate[], index: number, language = english): string {
  const total = Math.min(found.length, mostResults);
  const head = `<div id="contentSection"><div id="searchSubHeading"><table id="ctl00_catalogBody_ResultsHeaderTable"><tr><td>
    ${total === 0 ? '<span id="ctl00_catalogBody_noResultText">We did not find any results for </span>' : ''}
    <span id="ctl00_catalogBody_searchString">"${escaped(query)}"</span></td></tr></table></div>`;
  if (total === 0) return frame(`${head}</div><div id="tableContainer" class="resultsBackGround"></div>`);
  const pages = Math.ceil(total / rowsOfOnePage);
  const from = index * rowsOfOnePage;
  const rows = found.slice(from, Math.min(from + rowsOfOnePage, total));
  const next =
    index + 1 < pages
      ? `<span id="ctl00_catalogBody_nextPageLink"><a id="ctl00_catalogBody_nextPageLinkText" href="javascript:void(0)"><span>Next</span></a></span>`
      : '<span id="ctl00_catalogBody_nextPage"><span>Next</span></span>';
  const columns = ['title', 'products', 'class', 'date', 'version', 'size'];
  return frame(`${head}
  <table id="ctl00_catalogBody_navigationLinks"><tr><td><div id="numberOfUpdates">
    <span id="ctl00_catalogBody_labelUpdates_Separator">${language.updatesLabel}</span>
    <span id="ctl00_catalogBody_searchDuration">${language.pager(from + 1, from + rows.length, total, index + 1, pages)}</span><br />
  </div></td><td>${next}</td></tr></table></div>
  <div id="tableContainer"><table id="ctl00_catalogBody_updateMatches">
  <tr class="dataGridFixedHeader1" id="headerRow"><th id="header_C0">&nbsp;</th>${columns
    .map(
      (name, number) =>
        `<th id="header_C${number + 1}"><a id="ctl00_catalogBody_updateMatches_ctl02_${name}HeaderLink" href="javascript:void(0)"><span>${name}</span></a></th>`,
    )
    .join(
      '',
    )}<th id="header_C7"><span>Download</span></th></tr>${rows.map((row, number) => searchRow(row, number, language)).join('')}
  </table></div>`);
}

function searchRow(update: SiteUpdate, number: number, language: PageLanguage): string {
  const { id } = update;
  const cell = (column: number, content: string) =>
    `<td class="resultsbottomBorder resultspadding" id="${id}_C${column}_R${number}">\n  ${content}\n</td>`;
  return `<tr id="${id}_R${number}">${[
    cell(0, ''),
    cell(
      1,
      `<a id='${id}_link' href="javascript:void(0);" onclick='goToDetails("${id}");'>\n ${escaped(language.word(update.title))}\n</a>`,
    ),
    cell(2, escaped(update.products)),
    cell(3, language.word(update.classification)),
    cell(4, language.date(update.date)),
    cell(5, 'n/a'),
    cell(
      6,
      `<span id="${id}_size">${Math.round(update.size / 104_857.6) / 10} MB</span> <span class="noDisplay" id="${id}_originalSize">${update.size}</span>`,
    ),
    cell(7, `<input id="${id}" class="flatBlueButtonDownload" type="button" value='Download' />`),
  ].join('')}</tr>`;
}

export function detailsPage(update: SiteUpdate, language = english): string {
  const box = (id: string, name: string, text: string) =>
    `<div id="${id}"><span id="ScopedViewHandler_label${name}_Separator" class="labelTitle">${name}:</span>\n   ${escaped(text)}\n</div>`;
  const list = (entries: readonly string[]) =>
    entries.length === 0
      ? 'n/a'
      : entries.map((entry) => `<div style="padding-bottom: 0.3em;">\n ${entry}\n</div>`).join('');
  return frame(`<div id="contentSection">
  <div id="titleDiv"><span id="ScopedViewHandler_titleText">${escaped(language.word(update.title))}</span></div>
  <div id="dateDiv"><span id="ScopedViewHandler_labelLastModified_Separator" class="labelTitle">${language.modifiedLabel}</span>
    <span id="ScopedViewHandler_date">${language.date(update.date)}</span></div></div>
  <div id="descDiv"><span id="ScopedViewHandler_desc">${escaped(update.description)}</span></div>
  ${box('archDiv', 'Architecture', update.architecture)}
  ${box('classificationDiv', 'Classification', language.word(update.classification))}
  ${box('productsDiv', 'SupportedProducts', update.products)}
  ${box('languagesDiv', 'SupportedLanguages', 'all')}
  <div id="ScopedViewHandler_SoftwareInfo">${box('securityBullitenDiv', 'SecurityBulliten', 'n/a')}
  <div id="msrcSeverityDiv"><span id="ScopedViewHandler_labelMSRCSeverity_Separator" class="labelTitle">MSRC severity:</span>
    <span id="ScopedViewHandler_msrcSeverity">${update.severity}</span></div>
  ${box('kbDiv', 'KBArticle', update.articleId)}</div>
  <div id="suportUrlDiv"><div><a href="https://support.microsoft.com/help/${update.articleId}">support</a></div></div>
  <div id="packageBox"><div id="supersededbyInfo">${list(
    update.supersededBy.map((id) => `<a href='ScopedViewInline.aspx?updateid=${id}'>a newer one</a>`),
  )}</div><div id="supersedesInfo">${list(update.supersedes.map(escaped))}</div></div>`);
}

export function downloadPage(update: SiteUpdate): string {
  const quoted = (text: string) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
  const base64 = (hex: string) => Buffer.from(hex, 'hex').toString('base64');
  const lines = [
    'var downloadInformation = new Array();',
    'downloadInformation[0] = new Object();',
    `downloadInformation[0].updateID =${quoted(update.id)};`,
    'downloadInformation[0].isHotFix =false;',
    `downloadInformation[0].enTitle =${quoted(update.title)};`,
    "downloadInformation[0].sizeLanguage ='';",
    'downloadInformation[0].files = new Array();',
    ...update.files.flatMap((file, index) => {
      const at = `downloadInformation[0].files[${index}]`;
      return [
        `${at} = new Object();`,
        `${at}.url = ${quoted(file.url)};`,
        `${at}.digest = '${base64(file.sha1)}';`,
        `${at}.sha256 = '${file.sha256 === null ? '' : base64(file.sha256)}';`,
        `${at}.architectures = '';`,
        `${at}.languages = 'all';`,
        `${at}.fileName = ${quoted(file.name)};`,
        `${at}.defaultFileNameLength = 128;`,
      ];
    }),
    'downloadInformation[0].allFilesExist = false;',
  ];
  return frame(
    `<script language="javascript" type="text/javascript">\n${lines.join('\n')}\n</script><div id="downloadFiles"></div>`,
  );
}

export function thanksPage(): string {
  return frame(
    '<div id="ctl00_catalogBody_thanksNoUpdate"><span id="ctl00_catalogBody_textNoUpdate">It is no longer here.</span></div>',
  );
}

export function errorPage(code: string): string {
  return frame(
    `<div id="errorPageDisplayedError"><span>The website has encountered a problem</span>[Error number: ${code}]</div>`,
  );
}

/** What the site gives when it has no time: no results, and nothing that says so. */
export function unansweredPage(): string {
  return frame(
    '<div id="contentSection"><div id="searchSubHeading"><span id="ctl00_catalogBody_searchString">""</span></div></div><div id="tableContainer"></div>',
  );
}
