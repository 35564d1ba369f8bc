// Made by `npm run generate` from schemas/v1. Do not edit.
import {
  require_ucs2length
} from "./shared-KHNUALP7.js";
import "./shared-6LIGCL3Z.js";

// schema:site.set.request
var siteSet = validate10;
var schema11 = { "$schema": "http://json-schema.org/draft-07/schema#", "$id": "https://imgupdate.invalid/schemas/v1/site.set.request.json", "description": "Changes the configuration of the site. Members that are absent stay as they are.", "type": "object", "properties": { "servicingDrive": { "description": "Drive (Windows) or folder (elsewhere) where images are worked on; Automatic chooses the one with most free space.", "type": "string" }, "minimumFreeSpace": { "description": "Bytes that must be free on the servicing drive; 0 = computed from image, mount, packages and export.", "type": "integer", "minimum": 0 }, "retainVersion": { "description": "How many earlier versions of an image are kept.", "type": "integer", "minimum": 0 }, "retainDays": { "description": "Days that an earlier version is kept after another one took its place; 0 = however long. The version before the current one stays.", "type": "integer", "minimum": 0, "maximum": 36500 }, "retainBytes": { "description": "Bytes that the earlier versions of one image may take on disk; the oldest go first. 0 = however many. The version before the current one stays.", "type": "integer", "minimum": 0 }, "dism": { "description": "The servicing tool: program and leading arguments.", "type": "array", "items": { "type": "string" } }, "maximumConcurrency": { "description": "Images serviced at the same time on one machine, where its memory and its disk hold them.", "type": "integer", "minimum": 1 }, "memoryPerRun": { "description": "Bytes of memory that a run takes: another one begins only where they are there; 0 = 4 GiB, or 256 MiB in a rehearsal.", "type": "integer", "minimum": 0 }, "downloadContent": { "description": "A run that lacks content downloads it first.", "type": "boolean" }, "maximumDownloads": { "description": "Files that are downloaded at the same time.", "type": "integer", "minimum": 1, "maximum": 32 }, "bandwidthLimit": { "description": "Bytes per second that all downloads of a process take together; 0 = no limit.", "type": "integer", "minimum": 0 }, "bandwidthWindow": { "description": "When the limit holds, by the clock of this machine, for example 08:00-18:00; empty = all day.", "type": "string", "pattern": "^(([01]\\d|2[0-3]):[0-5]\\d-([01]\\d|2[0-3]):[0-5]\\d)?$" }, "proxy": { "description": "URL of the proxy for downloads; none = directly; empty = as the environment says. A password in it is never shown.", "type": "string", "pattern": "^(none|https?://[^/?#]+/?)?$" }, "contentBaseUrls": { "description": "Mirrors or connected caches that are asked first: a beginning that the path of the original address is put behind, or a rule with {host}, {path}, {query}, {name}, {sha1}, {sha256}.", "type": "array", "items": { "type": "string", "pattern": "^https?://" } }, "contentHosts": { "description": "Hosts that a download may be redirected to, for example cache.example.com, cache.example.com:8080 or *.example.com.", "type": "array", "items": { "type": "string", "minLength": 1 } }, "contentBudget": { "description": "Bytes that the content library may take; 0 = no limit.", "type": "integer", "minimum": 0 }, "syncBeforeRun": { "description": "A due run that chooses its updates synchronises first, where there are sources.", "type": "boolean" } }, "additionalProperties": false };
var func2 = Object.prototype.hasOwnProperty;
var func3 = require_ucs2length().default;
var pattern0 = new RegExp("^(([01]\\d|2[0-3]):[0-5]\\d-([01]\\d|2[0-3]):[0-5]\\d)?$", "u");
var pattern1 = new RegExp("^(none|https?://[^/?#]+/?)?$", "u");
var pattern2 = new RegExp("^https?://", "u");
function validate10(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!func2.call(schema11.properties, key0)) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.servicingDrive !== void 0) {
      if (typeof data.servicingDrive !== "string") {
        const err1 = { instancePath: instancePath + "/servicingDrive", schemaPath: "#/properties/servicingDrive/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.minimumFreeSpace !== void 0) {
      let data1 = data.minimumFreeSpace;
      if (!(typeof data1 == "number" && (!(data1 % 1) && !isNaN(data1)) && isFinite(data1))) {
        const err2 = { instancePath: instancePath + "/minimumFreeSpace", schemaPath: "#/properties/minimumFreeSpace/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
      if (typeof data1 == "number" && isFinite(data1)) {
        if (data1 < 0 || isNaN(data1)) {
          const err3 = { instancePath: instancePath + "/minimumFreeSpace", schemaPath: "#/properties/minimumFreeSpace/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
      }
    }
    if (data.retainVersion !== void 0) {
      let data2 = data.retainVersion;
      if (!(typeof data2 == "number" && (!(data2 % 1) && !isNaN(data2)) && isFinite(data2))) {
        const err4 = { instancePath: instancePath + "/retainVersion", schemaPath: "#/properties/retainVersion/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
      if (typeof data2 == "number" && isFinite(data2)) {
        if (data2 < 0 || isNaN(data2)) {
          const err5 = { instancePath: instancePath + "/retainVersion", schemaPath: "#/properties/retainVersion/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
      }
    }
    if (data.retainDays !== void 0) {
      let data3 = data.retainDays;
      if (!(typeof data3 == "number" && (!(data3 % 1) && !isNaN(data3)) && isFinite(data3))) {
        const err6 = { instancePath: instancePath + "/retainDays", schemaPath: "#/properties/retainDays/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
      if (typeof data3 == "number" && isFinite(data3)) {
        if (data3 > 36500 || isNaN(data3)) {
          const err7 = { instancePath: instancePath + "/retainDays", schemaPath: "#/properties/retainDays/maximum", keyword: "maximum", params: { comparison: "<=", limit: 36500 }, message: "must be <= 36500" };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
        if (data3 < 0 || isNaN(data3)) {
          const err8 = { instancePath: instancePath + "/retainDays", schemaPath: "#/properties/retainDays/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
      }
    }
    if (data.retainBytes !== void 0) {
      let data4 = data.retainBytes;
      if (!(typeof data4 == "number" && (!(data4 % 1) && !isNaN(data4)) && isFinite(data4))) {
        const err9 = { instancePath: instancePath + "/retainBytes", schemaPath: "#/properties/retainBytes/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
      if (typeof data4 == "number" && isFinite(data4)) {
        if (data4 < 0 || isNaN(data4)) {
          const err10 = { instancePath: instancePath + "/retainBytes", schemaPath: "#/properties/retainBytes/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
      }
    }
    if (data.dism !== void 0) {
      let data5 = data.dism;
      if (Array.isArray(data5)) {
        const len0 = data5.length;
        for (let i0 = 0; i0 < len0; i0++) {
          if (typeof data5[i0] !== "string") {
            const err11 = { instancePath: instancePath + "/dism/" + i0, schemaPath: "#/properties/dism/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err11];
            } else {
              vErrors.push(err11);
            }
            errors++;
          }
        }
      } else {
        const err12 = { instancePath: instancePath + "/dism", schemaPath: "#/properties/dism/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
    }
    if (data.maximumConcurrency !== void 0) {
      let data7 = data.maximumConcurrency;
      if (!(typeof data7 == "number" && (!(data7 % 1) && !isNaN(data7)) && isFinite(data7))) {
        const err13 = { instancePath: instancePath + "/maximumConcurrency", schemaPath: "#/properties/maximumConcurrency/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
      if (typeof data7 == "number" && isFinite(data7)) {
        if (data7 < 1 || isNaN(data7)) {
          const err14 = { instancePath: instancePath + "/maximumConcurrency", schemaPath: "#/properties/maximumConcurrency/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          if (vErrors === null) {
            vErrors = [err14];
          } else {
            vErrors.push(err14);
          }
          errors++;
        }
      }
    }
    if (data.memoryPerRun !== void 0) {
      let data8 = data.memoryPerRun;
      if (!(typeof data8 == "number" && (!(data8 % 1) && !isNaN(data8)) && isFinite(data8))) {
        const err15 = { instancePath: instancePath + "/memoryPerRun", schemaPath: "#/properties/memoryPerRun/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err15];
        } else {
          vErrors.push(err15);
        }
        errors++;
      }
      if (typeof data8 == "number" && isFinite(data8)) {
        if (data8 < 0 || isNaN(data8)) {
          const err16 = { instancePath: instancePath + "/memoryPerRun", schemaPath: "#/properties/memoryPerRun/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          if (vErrors === null) {
            vErrors = [err16];
          } else {
            vErrors.push(err16);
          }
          errors++;
        }
      }
    }
    if (data.downloadContent !== void 0) {
      if (typeof data.downloadContent !== "boolean") {
        const err17 = { instancePath: instancePath + "/downloadContent", schemaPath: "#/properties/downloadContent/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err17];
        } else {
          vErrors.push(err17);
        }
        errors++;
      }
    }
    if (data.maximumDownloads !== void 0) {
      let data10 = data.maximumDownloads;
      if (!(typeof data10 == "number" && (!(data10 % 1) && !isNaN(data10)) && isFinite(data10))) {
        const err18 = { instancePath: instancePath + "/maximumDownloads", schemaPath: "#/properties/maximumDownloads/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err18];
        } else {
          vErrors.push(err18);
        }
        errors++;
      }
      if (typeof data10 == "number" && isFinite(data10)) {
        if (data10 > 32 || isNaN(data10)) {
          const err19 = { instancePath: instancePath + "/maximumDownloads", schemaPath: "#/properties/maximumDownloads/maximum", keyword: "maximum", params: { comparison: "<=", limit: 32 }, message: "must be <= 32" };
          if (vErrors === null) {
            vErrors = [err19];
          } else {
            vErrors.push(err19);
          }
          errors++;
        }
        if (data10 < 1 || isNaN(data10)) {
          const err20 = { instancePath: instancePath + "/maximumDownloads", schemaPath: "#/properties/maximumDownloads/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          if (vErrors === null) {
            vErrors = [err20];
          } else {
            vErrors.push(err20);
          }
          errors++;
        }
      }
    }
    if (data.bandwidthLimit !== void 0) {
      let data11 = data.bandwidthLimit;
      if (!(typeof data11 == "number" && (!(data11 % 1) && !isNaN(data11)) && isFinite(data11))) {
        const err21 = { instancePath: instancePath + "/bandwidthLimit", schemaPath: "#/properties/bandwidthLimit/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err21];
        } else {
          vErrors.push(err21);
        }
        errors++;
      }
      if (typeof data11 == "number" && isFinite(data11)) {
        if (data11 < 0 || isNaN(data11)) {
          const err22 = { instancePath: instancePath + "/bandwidthLimit", schemaPath: "#/properties/bandwidthLimit/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          if (vErrors === null) {
            vErrors = [err22];
          } else {
            vErrors.push(err22);
          }
          errors++;
        }
      }
    }
    if (data.bandwidthWindow !== void 0) {
      let data12 = data.bandwidthWindow;
      if (typeof data12 === "string") {
        if (!pattern0.test(data12)) {
          const err23 = { instancePath: instancePath + "/bandwidthWindow", schemaPath: "#/properties/bandwidthWindow/pattern", keyword: "pattern", params: { pattern: "^(([01]\\d|2[0-3]):[0-5]\\d-([01]\\d|2[0-3]):[0-5]\\d)?$" }, message: 'must match pattern "^(([01]\\d|2[0-3]):[0-5]\\d-([01]\\d|2[0-3]):[0-5]\\d)?$"' };
          if (vErrors === null) {
            vErrors = [err23];
          } else {
            vErrors.push(err23);
          }
          errors++;
        }
      } else {
        const err24 = { instancePath: instancePath + "/bandwidthWindow", schemaPath: "#/properties/bandwidthWindow/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err24];
        } else {
          vErrors.push(err24);
        }
        errors++;
      }
    }
    if (data.proxy !== void 0) {
      let data13 = data.proxy;
      if (typeof data13 === "string") {
        if (!pattern1.test(data13)) {
          const err25 = { instancePath: instancePath + "/proxy", schemaPath: "#/properties/proxy/pattern", keyword: "pattern", params: { pattern: "^(none|https?://[^/?#]+/?)?$" }, message: 'must match pattern "^(none|https?://[^/?#]+/?)?$"' };
          if (vErrors === null) {
            vErrors = [err25];
          } else {
            vErrors.push(err25);
          }
          errors++;
        }
      } else {
        const err26 = { instancePath: instancePath + "/proxy", schemaPath: "#/properties/proxy/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err26];
        } else {
          vErrors.push(err26);
        }
        errors++;
      }
    }
    if (data.contentBaseUrls !== void 0) {
      let data14 = data.contentBaseUrls;
      if (Array.isArray(data14)) {
        const len1 = data14.length;
        for (let i1 = 0; i1 < len1; i1++) {
          let data15 = data14[i1];
          if (typeof data15 === "string") {
            if (!pattern2.test(data15)) {
              const err27 = { instancePath: instancePath + "/contentBaseUrls/" + i1, schemaPath: "#/properties/contentBaseUrls/items/pattern", keyword: "pattern", params: { pattern: "^https?://" }, message: 'must match pattern "^https?://"' };
              if (vErrors === null) {
                vErrors = [err27];
              } else {
                vErrors.push(err27);
              }
              errors++;
            }
          } else {
            const err28 = { instancePath: instancePath + "/contentBaseUrls/" + i1, schemaPath: "#/properties/contentBaseUrls/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err28];
            } else {
              vErrors.push(err28);
            }
            errors++;
          }
        }
      } else {
        const err29 = { instancePath: instancePath + "/contentBaseUrls", schemaPath: "#/properties/contentBaseUrls/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err29];
        } else {
          vErrors.push(err29);
        }
        errors++;
      }
    }
    if (data.contentHosts !== void 0) {
      let data16 = data.contentHosts;
      if (Array.isArray(data16)) {
        const len2 = data16.length;
        for (let i2 = 0; i2 < len2; i2++) {
          let data17 = data16[i2];
          if (typeof data17 === "string") {
            if (func3(data17) < 1) {
              const err30 = { instancePath: instancePath + "/contentHosts/" + i2, schemaPath: "#/properties/contentHosts/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err30];
              } else {
                vErrors.push(err30);
              }
              errors++;
            }
          } else {
            const err31 = { instancePath: instancePath + "/contentHosts/" + i2, schemaPath: "#/properties/contentHosts/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err31];
            } else {
              vErrors.push(err31);
            }
            errors++;
          }
        }
      } else {
        const err32 = { instancePath: instancePath + "/contentHosts", schemaPath: "#/properties/contentHosts/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err32];
        } else {
          vErrors.push(err32);
        }
        errors++;
      }
    }
    if (data.contentBudget !== void 0) {
      let data18 = data.contentBudget;
      if (!(typeof data18 == "number" && (!(data18 % 1) && !isNaN(data18)) && isFinite(data18))) {
        const err33 = { instancePath: instancePath + "/contentBudget", schemaPath: "#/properties/contentBudget/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err33];
        } else {
          vErrors.push(err33);
        }
        errors++;
      }
      if (typeof data18 == "number" && isFinite(data18)) {
        if (data18 < 0 || isNaN(data18)) {
          const err34 = { instancePath: instancePath + "/contentBudget", schemaPath: "#/properties/contentBudget/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          if (vErrors === null) {
            vErrors = [err34];
          } else {
            vErrors.push(err34);
          }
          errors++;
        }
      }
    }
    if (data.syncBeforeRun !== void 0) {
      if (typeof data.syncBeforeRun !== "boolean") {
        const err35 = { instancePath: instancePath + "/syncBeforeRun", schemaPath: "#/properties/syncBeforeRun/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err35];
        } else {
          vErrors.push(err35);
        }
        errors++;
      }
    }
  } else {
    const err36 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err36];
    } else {
      vErrors.push(err36);
    }
    errors++;
  }
  validate10.errors = vErrors;
  return errors === 0;
}
export {
  siteSet
};
