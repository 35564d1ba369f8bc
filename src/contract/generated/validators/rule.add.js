// Made by `npm run generate` from schemas/v1. Do not edit.
import {
  require_ucs2length
} from "./shared-KHNUALP7.js";
import "./shared-6LIGCL3Z.js";

// schema:rule.add.request
var ruleAdd = validate10;
var schema11 = { "$schema": "http://json-schema.org/draft-07/schema#", "$id": "https://imgupdate.invalid/schemas/v1/rule.add.request.json", "description": "Stores a rule by name.", "type": "object", "properties": { "name": { "description": "Name of the rule.", "type": "string", "minLength": 1, "maxLength": 100 }, "description": { "description": "Remark.", "type": "string", "maxLength": 500 }, "product": { "description": "Names or GUIDs of products.", "type": "array", "items": { "type": "string", "minLength": 1 } }, "family": { "description": "For example Windows 11.", "type": "array", "items": { "type": "string", "minLength": 1 } }, "release": { "description": "For example 24H2.", "type": "array", "items": { "type": "string", "minLength": 1 } }, "architecture": { "description": "Architectures.", "type": "array", "items": { "$ref": "architecture.json" } }, "kind": { "description": "Kinds. Default CumulativeUpdate.", "type": "array", "items": { "$ref": "kind.json" } }, "classification": { "description": "Names or GUIDs of classifications.", "type": "array", "items": { "type": "string", "minLength": 1 } }, "title": { "description": "Wildcards (* and ?) on the title, any of several; one that begins with a minus excludes.", "type": "array", "items": { "type": "string", "minLength": 1 } }, "articleId": { "description": "Only these articles, with or without KB.", "type": "array", "items": { "type": "string", "minLength": 1 } }, "severity": { "description": "Severities, for example Critical.", "type": "array", "items": { "type": "string", "minLength": 1 } }, "language": { "description": "Languages, for example de-de; updates without a language always fit.", "type": "array", "items": { "type": "string", "minLength": 1 } }, "superseded": { "description": "False leaves out what something else replaces, true everything else. What replaces it counts only where the policy does not pass it over (previews, holds, deferral).", "type": "boolean" }, "postedWithin": { "description": "Only updates posted in this time before the question, as an ISO 8601 duration of one unit: P28D, P2W, P1M, P1Y or PT12H. Updates without a date are left out.", "type": "string", "pattern": "^P([0-9]{1,4}[DWMY]|T[0-9]{1,5}H)$" }, "minimumSize": { "description": "Only updates whose files together have at least so many bytes; those of unknown size are left out.", "type": "integer", "minimum": 0 }, "maximumSize": { "description": "Only updates whose files together have at most so many bytes; those of unknown size are left out.", "type": "integer", "minimum": 0 }, "required": { "description": "Only what an image needs: the one that is asked about, else at least one registered image.", "type": "boolean" }, "preview": { "description": "Do previews compete? Default exclude.", "type": "string", "enum": ["include", "exclude"] }, "outOfBand": { "description": "Do out-of-band updates compete? Default include.", "type": "string", "enum": ["include", "prefer-regular", "exclude"] }, "previous": { "description": "So many cumulative updates back from the newest; 1 for a bad month.", "type": "integer", "minimum": 0 }, "deferralDays": { "description": "Days that an update must have been public.", "type": "integer", "minimum": 0, "maximum": 3650 }, "holds": { "description": "KBs that are never chosen while the hold lasts.", "type": "array", "items": { "$ref": "exception.json" } }, "pins": { "description": "KBs that are chosen in their lines, whatever is newer, while the pin lasts.", "type": "array", "items": { "$ref": "exception.json" } }, "maximumAgeDays": { "description": "Warn when the chosen update is older than so many days.", "type": "integer", "minimum": 1, "maximum": 36500 } }, "required": ["name"], "additionalProperties": false };
var schema12 = { "$schema": "http://json-schema.org/draft-07/schema#", "$id": "https://imgupdate.invalid/schemas/v1/architecture.json", "description": "Processor architecture.", "type": "string", "enum": ["x86", "x64", "arm64"] };
var schema13 = { "$schema": "http://json-schema.org/draft-07/schema#", "$id": "https://imgupdate.invalid/schemas/v1/kind.json", "description": "Kind of an update.", "type": "string", "enum": ["CumulativeUpdate", "CumulativeUpdatePreview", "DynamicCumulativeUpdate", "ServicingStackUpdate", "DotNetCumulativeUpdate", "DotNetCumulativeUpdatePreview", "SafeOSDynamicUpdate", "SetupDynamicUpdate", "DynamicUpdate", "MonthlyRollup", "MonthlyRollupPreview", "SecurityOnly", "SecurityUpdate", "EnablementPackage", "FeatureUpdate", "LanguagePack", "FeatureOnDemand", "Hotpatch", "Driver", "Definition", "Tool", "Other", "Unknown"] };
var func2 = Object.prototype.hasOwnProperty;
var func3 = require_ucs2length().default;
var pattern0 = new RegExp("^P([0-9]{1,4}[DWMY]|T[0-9]{1,5}H)$", "u");
var pattern1 = new RegExp("^(?:[Kk][Bb])?\\d{5,10}$", "u");
function validate10(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.name === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!func2.call(schema11.properties, key0)) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.name !== void 0) {
      let data0 = data.name;
      if (typeof data0 === "string") {
        if (func3(data0) > 100) {
          const err2 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/maxLength", keyword: "maxLength", params: { limit: 100 }, message: "must NOT have more than 100 characters" };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
        if (func3(data0) < 1) {
          const err3 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
      } else {
        const err4 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.description !== void 0) {
      let data1 = data.description;
      if (typeof data1 === "string") {
        if (func3(data1) > 500) {
          const err5 = { instancePath: instancePath + "/description", schemaPath: "#/properties/description/maxLength", keyword: "maxLength", params: { limit: 500 }, message: "must NOT have more than 500 characters" };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
      } else {
        const err6 = { instancePath: instancePath + "/description", schemaPath: "#/properties/description/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.product !== void 0) {
      let data2 = data.product;
      if (Array.isArray(data2)) {
        const len0 = data2.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data3 = data2[i0];
          if (typeof data3 === "string") {
            if (func3(data3) < 1) {
              const err7 = { instancePath: instancePath + "/product/" + i0, schemaPath: "#/properties/product/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err7];
              } else {
                vErrors.push(err7);
              }
              errors++;
            }
          } else {
            const err8 = { instancePath: instancePath + "/product/" + i0, schemaPath: "#/properties/product/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err8];
            } else {
              vErrors.push(err8);
            }
            errors++;
          }
        }
      } else {
        const err9 = { instancePath: instancePath + "/product", schemaPath: "#/properties/product/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.family !== void 0) {
      let data4 = data.family;
      if (Array.isArray(data4)) {
        const len1 = data4.length;
        for (let i1 = 0; i1 < len1; i1++) {
          let data5 = data4[i1];
          if (typeof data5 === "string") {
            if (func3(data5) < 1) {
              const err10 = { instancePath: instancePath + "/family/" + i1, schemaPath: "#/properties/family/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err10];
              } else {
                vErrors.push(err10);
              }
              errors++;
            }
          } else {
            const err11 = { instancePath: instancePath + "/family/" + i1, schemaPath: "#/properties/family/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err11];
            } else {
              vErrors.push(err11);
            }
            errors++;
          }
        }
      } else {
        const err12 = { instancePath: instancePath + "/family", schemaPath: "#/properties/family/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
    }
    if (data.release !== void 0) {
      let data6 = data.release;
      if (Array.isArray(data6)) {
        const len2 = data6.length;
        for (let i2 = 0; i2 < len2; i2++) {
          let data7 = data6[i2];
          if (typeof data7 === "string") {
            if (func3(data7) < 1) {
              const err13 = { instancePath: instancePath + "/release/" + i2, schemaPath: "#/properties/release/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err13];
              } else {
                vErrors.push(err13);
              }
              errors++;
            }
          } else {
            const err14 = { instancePath: instancePath + "/release/" + i2, schemaPath: "#/properties/release/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err14];
            } else {
              vErrors.push(err14);
            }
            errors++;
          }
        }
      } else {
        const err15 = { instancePath: instancePath + "/release", schemaPath: "#/properties/release/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err15];
        } else {
          vErrors.push(err15);
        }
        errors++;
      }
    }
    if (data.architecture !== void 0) {
      let data8 = data.architecture;
      if (Array.isArray(data8)) {
        const len3 = data8.length;
        for (let i3 = 0; i3 < len3; i3++) {
          let data9 = data8[i3];
          if (typeof data9 !== "string") {
            const err16 = { instancePath: instancePath + "/architecture/" + i3, schemaPath: "architecture.json/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err16];
            } else {
              vErrors.push(err16);
            }
            errors++;
          }
          if (!(data9 === "x86" || data9 === "x64" || data9 === "arm64")) {
            const err17 = { instancePath: instancePath + "/architecture/" + i3, schemaPath: "architecture.json/enum", keyword: "enum", params: { allowedValues: schema12.enum }, message: "must be equal to one of the allowed values" };
            if (vErrors === null) {
              vErrors = [err17];
            } else {
              vErrors.push(err17);
            }
            errors++;
          }
        }
      } else {
        const err18 = { instancePath: instancePath + "/architecture", schemaPath: "#/properties/architecture/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err18];
        } else {
          vErrors.push(err18);
        }
        errors++;
      }
    }
    if (data.kind !== void 0) {
      let data10 = data.kind;
      if (Array.isArray(data10)) {
        const len4 = data10.length;
        for (let i4 = 0; i4 < len4; i4++) {
          let data11 = data10[i4];
          if (typeof data11 !== "string") {
            const err19 = { instancePath: instancePath + "/kind/" + i4, schemaPath: "kind.json/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err19];
            } else {
              vErrors.push(err19);
            }
            errors++;
          }
          if (!(data11 === "CumulativeUpdate" || data11 === "CumulativeUpdatePreview" || data11 === "DynamicCumulativeUpdate" || data11 === "ServicingStackUpdate" || data11 === "DotNetCumulativeUpdate" || data11 === "DotNetCumulativeUpdatePreview" || data11 === "SafeOSDynamicUpdate" || data11 === "SetupDynamicUpdate" || data11 === "DynamicUpdate" || data11 === "MonthlyRollup" || data11 === "MonthlyRollupPreview" || data11 === "SecurityOnly" || data11 === "SecurityUpdate" || data11 === "EnablementPackage" || data11 === "FeatureUpdate" || data11 === "LanguagePack" || data11 === "FeatureOnDemand" || data11 === "Hotpatch" || data11 === "Driver" || data11 === "Definition" || data11 === "Tool" || data11 === "Other" || data11 === "Unknown")) {
            const err20 = { instancePath: instancePath + "/kind/" + i4, schemaPath: "kind.json/enum", keyword: "enum", params: { allowedValues: schema13.enum }, message: "must be equal to one of the allowed values" };
            if (vErrors === null) {
              vErrors = [err20];
            } else {
              vErrors.push(err20);
            }
            errors++;
          }
        }
      } else {
        const err21 = { instancePath: instancePath + "/kind", schemaPath: "#/properties/kind/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err21];
        } else {
          vErrors.push(err21);
        }
        errors++;
      }
    }
    if (data.classification !== void 0) {
      let data12 = data.classification;
      if (Array.isArray(data12)) {
        const len5 = data12.length;
        for (let i5 = 0; i5 < len5; i5++) {
          let data13 = data12[i5];
          if (typeof data13 === "string") {
            if (func3(data13) < 1) {
              const err22 = { instancePath: instancePath + "/classification/" + i5, schemaPath: "#/properties/classification/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err22];
              } else {
                vErrors.push(err22);
              }
              errors++;
            }
          } else {
            const err23 = { instancePath: instancePath + "/classification/" + i5, schemaPath: "#/properties/classification/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err23];
            } else {
              vErrors.push(err23);
            }
            errors++;
          }
        }
      } else {
        const err24 = { instancePath: instancePath + "/classification", schemaPath: "#/properties/classification/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err24];
        } else {
          vErrors.push(err24);
        }
        errors++;
      }
    }
    if (data.title !== void 0) {
      let data14 = data.title;
      if (Array.isArray(data14)) {
        const len6 = data14.length;
        for (let i6 = 0; i6 < len6; i6++) {
          let data15 = data14[i6];
          if (typeof data15 === "string") {
            if (func3(data15) < 1) {
              const err25 = { instancePath: instancePath + "/title/" + i6, schemaPath: "#/properties/title/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err25];
              } else {
                vErrors.push(err25);
              }
              errors++;
            }
          } else {
            const err26 = { instancePath: instancePath + "/title/" + i6, schemaPath: "#/properties/title/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err26];
            } else {
              vErrors.push(err26);
            }
            errors++;
          }
        }
      } else {
        const err27 = { instancePath: instancePath + "/title", schemaPath: "#/properties/title/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err27];
        } else {
          vErrors.push(err27);
        }
        errors++;
      }
    }
    if (data.articleId !== void 0) {
      let data16 = data.articleId;
      if (Array.isArray(data16)) {
        const len7 = data16.length;
        for (let i7 = 0; i7 < len7; i7++) {
          let data17 = data16[i7];
          if (typeof data17 === "string") {
            if (func3(data17) < 1) {
              const err28 = { instancePath: instancePath + "/articleId/" + i7, schemaPath: "#/properties/articleId/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err28];
              } else {
                vErrors.push(err28);
              }
              errors++;
            }
          } else {
            const err29 = { instancePath: instancePath + "/articleId/" + i7, schemaPath: "#/properties/articleId/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err29];
            } else {
              vErrors.push(err29);
            }
            errors++;
          }
        }
      } else {
        const err30 = { instancePath: instancePath + "/articleId", schemaPath: "#/properties/articleId/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err30];
        } else {
          vErrors.push(err30);
        }
        errors++;
      }
    }
    if (data.severity !== void 0) {
      let data18 = data.severity;
      if (Array.isArray(data18)) {
        const len8 = data18.length;
        for (let i8 = 0; i8 < len8; i8++) {
          let data19 = data18[i8];
          if (typeof data19 === "string") {
            if (func3(data19) < 1) {
              const err31 = { instancePath: instancePath + "/severity/" + i8, schemaPath: "#/properties/severity/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err31];
              } else {
                vErrors.push(err31);
              }
              errors++;
            }
          } else {
            const err32 = { instancePath: instancePath + "/severity/" + i8, schemaPath: "#/properties/severity/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err32];
            } else {
              vErrors.push(err32);
            }
            errors++;
          }
        }
      } else {
        const err33 = { instancePath: instancePath + "/severity", schemaPath: "#/properties/severity/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err33];
        } else {
          vErrors.push(err33);
        }
        errors++;
      }
    }
    if (data.language !== void 0) {
      let data20 = data.language;
      if (Array.isArray(data20)) {
        const len9 = data20.length;
        for (let i9 = 0; i9 < len9; i9++) {
          let data21 = data20[i9];
          if (typeof data21 === "string") {
            if (func3(data21) < 1) {
              const err34 = { instancePath: instancePath + "/language/" + i9, schemaPath: "#/properties/language/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err34];
              } else {
                vErrors.push(err34);
              }
              errors++;
            }
          } else {
            const err35 = { instancePath: instancePath + "/language/" + i9, schemaPath: "#/properties/language/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err35];
            } else {
              vErrors.push(err35);
            }
            errors++;
          }
        }
      } else {
        const err36 = { instancePath: instancePath + "/language", schemaPath: "#/properties/language/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err36];
        } else {
          vErrors.push(err36);
        }
        errors++;
      }
    }
    if (data.superseded !== void 0) {
      if (typeof data.superseded !== "boolean") {
        const err37 = { instancePath: instancePath + "/superseded", schemaPath: "#/properties/superseded/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err37];
        } else {
          vErrors.push(err37);
        }
        errors++;
      }
    }
    if (data.postedWithin !== void 0) {
      let data23 = data.postedWithin;
      if (typeof data23 === "string") {
        if (!pattern0.test(data23)) {
          const err38 = { instancePath: instancePath + "/postedWithin", schemaPath: "#/properties/postedWithin/pattern", keyword: "pattern", params: { pattern: "^P([0-9]{1,4}[DWMY]|T[0-9]{1,5}H)$" }, message: 'must match pattern "^P([0-9]{1,4}[DWMY]|T[0-9]{1,5}H)$"' };
          if (vErrors === null) {
            vErrors = [err38];
          } else {
            vErrors.push(err38);
          }
          errors++;
        }
      } else {
        const err39 = { instancePath: instancePath + "/postedWithin", schemaPath: "#/properties/postedWithin/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err39];
        } else {
          vErrors.push(err39);
        }
        errors++;
      }
    }
    if (data.minimumSize !== void 0) {
      let data24 = data.minimumSize;
      if (!(typeof data24 == "number" && (!(data24 % 1) && !isNaN(data24)) && isFinite(data24))) {
        const err40 = { instancePath: instancePath + "/minimumSize", schemaPath: "#/properties/minimumSize/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err40];
        } else {
          vErrors.push(err40);
        }
        errors++;
      }
      if (typeof data24 == "number" && isFinite(data24)) {
        if (data24 < 0 || isNaN(data24)) {
          const err41 = { instancePath: instancePath + "/minimumSize", schemaPath: "#/properties/minimumSize/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          if (vErrors === null) {
            vErrors = [err41];
          } else {
            vErrors.push(err41);
          }
          errors++;
        }
      }
    }
    if (data.maximumSize !== void 0) {
      let data25 = data.maximumSize;
      if (!(typeof data25 == "number" && (!(data25 % 1) && !isNaN(data25)) && isFinite(data25))) {
        const err42 = { instancePath: instancePath + "/maximumSize", schemaPath: "#/properties/maximumSize/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err42];
        } else {
          vErrors.push(err42);
        }
        errors++;
      }
      if (typeof data25 == "number" && isFinite(data25)) {
        if (data25 < 0 || isNaN(data25)) {
          const err43 = { instancePath: instancePath + "/maximumSize", schemaPath: "#/properties/maximumSize/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          if (vErrors === null) {
            vErrors = [err43];
          } else {
            vErrors.push(err43);
          }
          errors++;
        }
      }
    }
    if (data.required !== void 0) {
      if (typeof data.required !== "boolean") {
        const err44 = { instancePath: instancePath + "/required", schemaPath: "#/properties/required/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err44];
        } else {
          vErrors.push(err44);
        }
        errors++;
      }
    }
    if (data.preview !== void 0) {
      let data27 = data.preview;
      if (typeof data27 !== "string") {
        const err45 = { instancePath: instancePath + "/preview", schemaPath: "#/properties/preview/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err45];
        } else {
          vErrors.push(err45);
        }
        errors++;
      }
      if (!(data27 === "include" || data27 === "exclude")) {
        const err46 = { instancePath: instancePath + "/preview", schemaPath: "#/properties/preview/enum", keyword: "enum", params: { allowedValues: schema11.properties.preview.enum }, message: "must be equal to one of the allowed values" };
        if (vErrors === null) {
          vErrors = [err46];
        } else {
          vErrors.push(err46);
        }
        errors++;
      }
    }
    if (data.outOfBand !== void 0) {
      let data28 = data.outOfBand;
      if (typeof data28 !== "string") {
        const err47 = { instancePath: instancePath + "/outOfBand", schemaPath: "#/properties/outOfBand/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err47];
        } else {
          vErrors.push(err47);
        }
        errors++;
      }
      if (!(data28 === "include" || data28 === "prefer-regular" || data28 === "exclude")) {
        const err48 = { instancePath: instancePath + "/outOfBand", schemaPath: "#/properties/outOfBand/enum", keyword: "enum", params: { allowedValues: schema11.properties.outOfBand.enum }, message: "must be equal to one of the allowed values" };
        if (vErrors === null) {
          vErrors = [err48];
        } else {
          vErrors.push(err48);
        }
        errors++;
      }
    }
    if (data.previous !== void 0) {
      let data29 = data.previous;
      if (!(typeof data29 == "number" && (!(data29 % 1) && !isNaN(data29)) && isFinite(data29))) {
        const err49 = { instancePath: instancePath + "/previous", schemaPath: "#/properties/previous/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err49];
        } else {
          vErrors.push(err49);
        }
        errors++;
      }
      if (typeof data29 == "number" && isFinite(data29)) {
        if (data29 < 0 || isNaN(data29)) {
          const err50 = { instancePath: instancePath + "/previous", schemaPath: "#/properties/previous/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          if (vErrors === null) {
            vErrors = [err50];
          } else {
            vErrors.push(err50);
          }
          errors++;
        }
      }
    }
    if (data.deferralDays !== void 0) {
      let data30 = data.deferralDays;
      if (!(typeof data30 == "number" && (!(data30 % 1) && !isNaN(data30)) && isFinite(data30))) {
        const err51 = { instancePath: instancePath + "/deferralDays", schemaPath: "#/properties/deferralDays/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err51];
        } else {
          vErrors.push(err51);
        }
        errors++;
      }
      if (typeof data30 == "number" && isFinite(data30)) {
        if (data30 > 3650 || isNaN(data30)) {
          const err52 = { instancePath: instancePath + "/deferralDays", schemaPath: "#/properties/deferralDays/maximum", keyword: "maximum", params: { comparison: "<=", limit: 3650 }, message: "must be <= 3650" };
          if (vErrors === null) {
            vErrors = [err52];
          } else {
            vErrors.push(err52);
          }
          errors++;
        }
        if (data30 < 0 || isNaN(data30)) {
          const err53 = { instancePath: instancePath + "/deferralDays", schemaPath: "#/properties/deferralDays/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          if (vErrors === null) {
            vErrors = [err53];
          } else {
            vErrors.push(err53);
          }
          errors++;
        }
      }
    }
    if (data.holds !== void 0) {
      let data31 = data.holds;
      if (Array.isArray(data31)) {
        const len10 = data31.length;
        for (let i10 = 0; i10 < len10; i10++) {
          let data32 = data31[i10];
          if (data32 && typeof data32 == "object" && !Array.isArray(data32)) {
            if (data32.articleId === void 0) {
              const err54 = { instancePath: instancePath + "/holds/" + i10, schemaPath: "exception.json/required", keyword: "required", params: { missingProperty: "articleId" }, message: "must have required property 'articleId'" };
              if (vErrors === null) {
                vErrors = [err54];
              } else {
                vErrors.push(err54);
              }
              errors++;
            }
            for (const key1 in data32) {
              if (!(key1 === "articleId" || key1 === "reason" || key1 === "until")) {
                const err55 = { instancePath: instancePath + "/holds/" + i10, schemaPath: "exception.json/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" };
                if (vErrors === null) {
                  vErrors = [err55];
                } else {
                  vErrors.push(err55);
                }
                errors++;
              }
            }
            if (data32.articleId !== void 0) {
              let data33 = data32.articleId;
              if (typeof data33 === "string") {
                if (!pattern1.test(data33)) {
                  const err56 = { instancePath: instancePath + "/holds/" + i10 + "/articleId", schemaPath: "exception.json/properties/articleId/pattern", keyword: "pattern", params: { pattern: "^(?:[Kk][Bb])?\\d{5,10}$" }, message: 'must match pattern "^(?:[Kk][Bb])?\\d{5,10}$"' };
                  if (vErrors === null) {
                    vErrors = [err56];
                  } else {
                    vErrors.push(err56);
                  }
                  errors++;
                }
              } else {
                const err57 = { instancePath: instancePath + "/holds/" + i10 + "/articleId", schemaPath: "exception.json/properties/articleId/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err57];
                } else {
                  vErrors.push(err57);
                }
                errors++;
              }
            }
            if (data32.reason !== void 0) {
              let data34 = data32.reason;
              if (typeof data34 === "string") {
                if (func3(data34) > 500) {
                  const err58 = { instancePath: instancePath + "/holds/" + i10 + "/reason", schemaPath: "exception.json/properties/reason/maxLength", keyword: "maxLength", params: { limit: 500 }, message: "must NOT have more than 500 characters" };
                  if (vErrors === null) {
                    vErrors = [err58];
                  } else {
                    vErrors.push(err58);
                  }
                  errors++;
                }
              } else {
                const err59 = { instancePath: instancePath + "/holds/" + i10 + "/reason", schemaPath: "exception.json/properties/reason/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err59];
                } else {
                  vErrors.push(err59);
                }
                errors++;
              }
            }
            if (data32.until !== void 0) {
              if (typeof data32.until !== "string") {
                const err60 = { instancePath: instancePath + "/holds/" + i10 + "/until", schemaPath: "exception.json/properties/until/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err60];
                } else {
                  vErrors.push(err60);
                }
                errors++;
              }
            }
          } else {
            const err61 = { instancePath: instancePath + "/holds/" + i10, schemaPath: "exception.json/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            if (vErrors === null) {
              vErrors = [err61];
            } else {
              vErrors.push(err61);
            }
            errors++;
          }
        }
      } else {
        const err62 = { instancePath: instancePath + "/holds", schemaPath: "#/properties/holds/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err62];
        } else {
          vErrors.push(err62);
        }
        errors++;
      }
    }
    if (data.pins !== void 0) {
      let data36 = data.pins;
      if (Array.isArray(data36)) {
        const len11 = data36.length;
        for (let i11 = 0; i11 < len11; i11++) {
          let data37 = data36[i11];
          if (data37 && typeof data37 == "object" && !Array.isArray(data37)) {
            if (data37.articleId === void 0) {
              const err63 = { instancePath: instancePath + "/pins/" + i11, schemaPath: "exception.json/required", keyword: "required", params: { missingProperty: "articleId" }, message: "must have required property 'articleId'" };
              if (vErrors === null) {
                vErrors = [err63];
              } else {
                vErrors.push(err63);
              }
              errors++;
            }
            for (const key2 in data37) {
              if (!(key2 === "articleId" || key2 === "reason" || key2 === "until")) {
                const err64 = { instancePath: instancePath + "/pins/" + i11, schemaPath: "exception.json/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 }, message: "must NOT have additional properties" };
                if (vErrors === null) {
                  vErrors = [err64];
                } else {
                  vErrors.push(err64);
                }
                errors++;
              }
            }
            if (data37.articleId !== void 0) {
              let data38 = data37.articleId;
              if (typeof data38 === "string") {
                if (!pattern1.test(data38)) {
                  const err65 = { instancePath: instancePath + "/pins/" + i11 + "/articleId", schemaPath: "exception.json/properties/articleId/pattern", keyword: "pattern", params: { pattern: "^(?:[Kk][Bb])?\\d{5,10}$" }, message: 'must match pattern "^(?:[Kk][Bb])?\\d{5,10}$"' };
                  if (vErrors === null) {
                    vErrors = [err65];
                  } else {
                    vErrors.push(err65);
                  }
                  errors++;
                }
              } else {
                const err66 = { instancePath: instancePath + "/pins/" + i11 + "/articleId", schemaPath: "exception.json/properties/articleId/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err66];
                } else {
                  vErrors.push(err66);
                }
                errors++;
              }
            }
            if (data37.reason !== void 0) {
              let data39 = data37.reason;
              if (typeof data39 === "string") {
                if (func3(data39) > 500) {
                  const err67 = { instancePath: instancePath + "/pins/" + i11 + "/reason", schemaPath: "exception.json/properties/reason/maxLength", keyword: "maxLength", params: { limit: 500 }, message: "must NOT have more than 500 characters" };
                  if (vErrors === null) {
                    vErrors = [err67];
                  } else {
                    vErrors.push(err67);
                  }
                  errors++;
                }
              } else {
                const err68 = { instancePath: instancePath + "/pins/" + i11 + "/reason", schemaPath: "exception.json/properties/reason/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err68];
                } else {
                  vErrors.push(err68);
                }
                errors++;
              }
            }
            if (data37.until !== void 0) {
              if (typeof data37.until !== "string") {
                const err69 = { instancePath: instancePath + "/pins/" + i11 + "/until", schemaPath: "exception.json/properties/until/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err69];
                } else {
                  vErrors.push(err69);
                }
                errors++;
              }
            }
          } else {
            const err70 = { instancePath: instancePath + "/pins/" + i11, schemaPath: "exception.json/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            if (vErrors === null) {
              vErrors = [err70];
            } else {
              vErrors.push(err70);
            }
            errors++;
          }
        }
      } else {
        const err71 = { instancePath: instancePath + "/pins", schemaPath: "#/properties/pins/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err71];
        } else {
          vErrors.push(err71);
        }
        errors++;
      }
    }
    if (data.maximumAgeDays !== void 0) {
      let data41 = data.maximumAgeDays;
      if (!(typeof data41 == "number" && (!(data41 % 1) && !isNaN(data41)) && isFinite(data41))) {
        const err72 = { instancePath: instancePath + "/maximumAgeDays", schemaPath: "#/properties/maximumAgeDays/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err72];
        } else {
          vErrors.push(err72);
        }
        errors++;
      }
      if (typeof data41 == "number" && isFinite(data41)) {
        if (data41 > 36500 || isNaN(data41)) {
          const err73 = { instancePath: instancePath + "/maximumAgeDays", schemaPath: "#/properties/maximumAgeDays/maximum", keyword: "maximum", params: { comparison: "<=", limit: 36500 }, message: "must be <= 36500" };
          if (vErrors === null) {
            vErrors = [err73];
          } else {
            vErrors.push(err73);
          }
          errors++;
        }
        if (data41 < 1 || isNaN(data41)) {
          const err74 = { instancePath: instancePath + "/maximumAgeDays", schemaPath: "#/properties/maximumAgeDays/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          if (vErrors === null) {
            vErrors = [err74];
          } else {
            vErrors.push(err74);
          }
          errors++;
        }
      }
    }
  } else {
    const err75 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err75];
    } else {
      vErrors.push(err75);
    }
    errors++;
  }
  validate10.errors = vErrors;
  return errors === 0;
}
export {
  ruleAdd
};
