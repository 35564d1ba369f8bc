// Made by `npm run generate` from schemas/v1. Do not edit.
import {
  require_ucs2length
} from "./shared-KHNUALP7.js";
import "./shared-6LIGCL3Z.js";

// schema:update.recommend.request
var updateRecommend = validate10;
var schema11 = { "$schema": "http://json-schema.org/draft-07/schema#", "$id": "https://imgupdate.invalid/schemas/v1/update.recommend.request.json", "description": "The updates that an image should get, in the order of their application.", "type": "object", "properties": { "image": { "description": "Name or id of a registered image.", "type": "string", "minLength": 1 }, "path": { "description": "An image file.", "type": "string", "minLength": 1 }, "index": { "description": "Index of the image; default all.", "type": "integer", "minimum": 1 }, "rule": { "description": "Name of a rule; members of the request outrank its own.", "type": "string", "minLength": 1 }, "preview": { "description": "Do previews compete? Default exclude.", "type": "string", "enum": ["include", "exclude"] }, "outOfBand": { "description": "Do out-of-band updates compete? Default include.", "type": "string", "enum": ["include", "prefer-regular", "exclude"] }, "previous": { "description": "So many cumulative updates back from the newest; 1 for a bad month.", "type": "integer", "minimum": 0 }, "deferralDays": { "description": "Days that an update must have been public.", "type": "integer", "minimum": 0, "maximum": 3650 }, "holds": { "description": "KBs that are never chosen while the hold lasts.", "type": "array", "items": { "$ref": "exception.json" } }, "pins": { "description": "KBs that are chosen in their lines, whatever is newer, while the pin lasts.", "type": "array", "items": { "$ref": "exception.json" } }, "maximumAgeDays": { "description": "Warn when the chosen update is older than so many days.", "type": "integer", "minimum": 1, "maximum": 36500 }, "role": { "description": "Only these roles; default all but the enablement package.", "type": "array", "items": { "type": "string", "enum": ["ServicingStackUpdate", "Checkpoint", "CumulativeUpdate", "EnablementPackage", "DotNetCumulativeUpdate", "SafeOSDynamicUpdate", "SetupDynamicUpdate"] } }, "enablement": { "description": "Release that an enablement package shall switch on, for example 25H2.", "type": "string", "minLength": 1 }, "asOf": { "description": "The catalog as it was at this date or time.", "type": "string" }, "explain": { "description": "Add every candidate with its decision.", "type": "boolean" } }, "additionalProperties": false };
var func2 = Object.prototype.hasOwnProperty;
var func3 = require_ucs2length().default;
var pattern0 = new RegExp("^(?:[Kk][Bb])?\\d{5,10}$", "u");
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
    if (data.image !== void 0) {
      let data0 = data.image;
      if (typeof data0 === "string") {
        if (func3(data0) < 1) {
          const err1 = { instancePath: instancePath + "/image", schemaPath: "#/properties/image/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
      } else {
        const err2 = { instancePath: instancePath + "/image", schemaPath: "#/properties/image/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.path !== void 0) {
      let data1 = data.path;
      if (typeof data1 === "string") {
        if (func3(data1) < 1) {
          const err3 = { instancePath: instancePath + "/path", schemaPath: "#/properties/path/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
      } else {
        const err4 = { instancePath: instancePath + "/path", schemaPath: "#/properties/path/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.index !== void 0) {
      let data2 = data.index;
      if (!(typeof data2 == "number" && (!(data2 % 1) && !isNaN(data2)) && isFinite(data2))) {
        const err5 = { instancePath: instancePath + "/index", schemaPath: "#/properties/index/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
      if (typeof data2 == "number" && isFinite(data2)) {
        if (data2 < 1 || isNaN(data2)) {
          const err6 = { instancePath: instancePath + "/index", schemaPath: "#/properties/index/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
      }
    }
    if (data.rule !== void 0) {
      let data3 = data.rule;
      if (typeof data3 === "string") {
        if (func3(data3) < 1) {
          const err7 = { instancePath: instancePath + "/rule", schemaPath: "#/properties/rule/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
      } else {
        const err8 = { instancePath: instancePath + "/rule", schemaPath: "#/properties/rule/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.preview !== void 0) {
      let data4 = data.preview;
      if (typeof data4 !== "string") {
        const err9 = { instancePath: instancePath + "/preview", schemaPath: "#/properties/preview/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
      if (!(data4 === "include" || data4 === "exclude")) {
        const err10 = { instancePath: instancePath + "/preview", schemaPath: "#/properties/preview/enum", keyword: "enum", params: { allowedValues: schema11.properties.preview.enum }, message: "must be equal to one of the allowed values" };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
    if (data.outOfBand !== void 0) {
      let data5 = data.outOfBand;
      if (typeof data5 !== "string") {
        const err11 = { instancePath: instancePath + "/outOfBand", schemaPath: "#/properties/outOfBand/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
      if (!(data5 === "include" || data5 === "prefer-regular" || data5 === "exclude")) {
        const err12 = { instancePath: instancePath + "/outOfBand", schemaPath: "#/properties/outOfBand/enum", keyword: "enum", params: { allowedValues: schema11.properties.outOfBand.enum }, message: "must be equal to one of the allowed values" };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
    }
    if (data.previous !== void 0) {
      let data6 = data.previous;
      if (!(typeof data6 == "number" && (!(data6 % 1) && !isNaN(data6)) && isFinite(data6))) {
        const err13 = { instancePath: instancePath + "/previous", schemaPath: "#/properties/previous/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
      if (typeof data6 == "number" && isFinite(data6)) {
        if (data6 < 0 || isNaN(data6)) {
          const err14 = { instancePath: instancePath + "/previous", schemaPath: "#/properties/previous/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          if (vErrors === null) {
            vErrors = [err14];
          } else {
            vErrors.push(err14);
          }
          errors++;
        }
      }
    }
    if (data.deferralDays !== void 0) {
      let data7 = data.deferralDays;
      if (!(typeof data7 == "number" && (!(data7 % 1) && !isNaN(data7)) && isFinite(data7))) {
        const err15 = { instancePath: instancePath + "/deferralDays", schemaPath: "#/properties/deferralDays/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err15];
        } else {
          vErrors.push(err15);
        }
        errors++;
      }
      if (typeof data7 == "number" && isFinite(data7)) {
        if (data7 > 3650 || isNaN(data7)) {
          const err16 = { instancePath: instancePath + "/deferralDays", schemaPath: "#/properties/deferralDays/maximum", keyword: "maximum", params: { comparison: "<=", limit: 3650 }, message: "must be <= 3650" };
          if (vErrors === null) {
            vErrors = [err16];
          } else {
            vErrors.push(err16);
          }
          errors++;
        }
        if (data7 < 0 || isNaN(data7)) {
          const err17 = { instancePath: instancePath + "/deferralDays", schemaPath: "#/properties/deferralDays/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          if (vErrors === null) {
            vErrors = [err17];
          } else {
            vErrors.push(err17);
          }
          errors++;
        }
      }
    }
    if (data.holds !== void 0) {
      let data8 = data.holds;
      if (Array.isArray(data8)) {
        const len0 = data8.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data9 = data8[i0];
          if (data9 && typeof data9 == "object" && !Array.isArray(data9)) {
            if (data9.articleId === void 0) {
              const err18 = { instancePath: instancePath + "/holds/" + i0, schemaPath: "exception.json/required", keyword: "required", params: { missingProperty: "articleId" }, message: "must have required property 'articleId'" };
              if (vErrors === null) {
                vErrors = [err18];
              } else {
                vErrors.push(err18);
              }
              errors++;
            }
            for (const key1 in data9) {
              if (!(key1 === "articleId" || key1 === "reason" || key1 === "until")) {
                const err19 = { instancePath: instancePath + "/holds/" + i0, schemaPath: "exception.json/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" };
                if (vErrors === null) {
                  vErrors = [err19];
                } else {
                  vErrors.push(err19);
                }
                errors++;
              }
            }
            if (data9.articleId !== void 0) {
              let data10 = data9.articleId;
              if (typeof data10 === "string") {
                if (!pattern0.test(data10)) {
                  const err20 = { instancePath: instancePath + "/holds/" + i0 + "/articleId", schemaPath: "exception.json/properties/articleId/pattern", keyword: "pattern", params: { pattern: "^(?:[Kk][Bb])?\\d{5,10}$" }, message: 'must match pattern "^(?:[Kk][Bb])?\\d{5,10}$"' };
                  if (vErrors === null) {
                    vErrors = [err20];
                  } else {
                    vErrors.push(err20);
                  }
                  errors++;
                }
              } else {
                const err21 = { instancePath: instancePath + "/holds/" + i0 + "/articleId", schemaPath: "exception.json/properties/articleId/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err21];
                } else {
                  vErrors.push(err21);
                }
                errors++;
              }
            }
            if (data9.reason !== void 0) {
              let data11 = data9.reason;
              if (typeof data11 === "string") {
                if (func3(data11) > 500) {
                  const err22 = { instancePath: instancePath + "/holds/" + i0 + "/reason", schemaPath: "exception.json/properties/reason/maxLength", keyword: "maxLength", params: { limit: 500 }, message: "must NOT have more than 500 characters" };
                  if (vErrors === null) {
                    vErrors = [err22];
                  } else {
                    vErrors.push(err22);
                  }
                  errors++;
                }
              } else {
                const err23 = { instancePath: instancePath + "/holds/" + i0 + "/reason", schemaPath: "exception.json/properties/reason/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err23];
                } else {
                  vErrors.push(err23);
                }
                errors++;
              }
            }
            if (data9.until !== void 0) {
              if (typeof data9.until !== "string") {
                const err24 = { instancePath: instancePath + "/holds/" + i0 + "/until", schemaPath: "exception.json/properties/until/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err24];
                } else {
                  vErrors.push(err24);
                }
                errors++;
              }
            }
          } else {
            const err25 = { instancePath: instancePath + "/holds/" + i0, schemaPath: "exception.json/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            if (vErrors === null) {
              vErrors = [err25];
            } else {
              vErrors.push(err25);
            }
            errors++;
          }
        }
      } else {
        const err26 = { instancePath: instancePath + "/holds", schemaPath: "#/properties/holds/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err26];
        } else {
          vErrors.push(err26);
        }
        errors++;
      }
    }
    if (data.pins !== void 0) {
      let data13 = data.pins;
      if (Array.isArray(data13)) {
        const len1 = data13.length;
        for (let i1 = 0; i1 < len1; i1++) {
          let data14 = data13[i1];
          if (data14 && typeof data14 == "object" && !Array.isArray(data14)) {
            if (data14.articleId === void 0) {
              const err27 = { instancePath: instancePath + "/pins/" + i1, schemaPath: "exception.json/required", keyword: "required", params: { missingProperty: "articleId" }, message: "must have required property 'articleId'" };
              if (vErrors === null) {
                vErrors = [err27];
              } else {
                vErrors.push(err27);
              }
              errors++;
            }
            for (const key2 in data14) {
              if (!(key2 === "articleId" || key2 === "reason" || key2 === "until")) {
                const err28 = { instancePath: instancePath + "/pins/" + i1, schemaPath: "exception.json/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 }, message: "must NOT have additional properties" };
                if (vErrors === null) {
                  vErrors = [err28];
                } else {
                  vErrors.push(err28);
                }
                errors++;
              }
            }
            if (data14.articleId !== void 0) {
              let data15 = data14.articleId;
              if (typeof data15 === "string") {
                if (!pattern0.test(data15)) {
                  const err29 = { instancePath: instancePath + "/pins/" + i1 + "/articleId", schemaPath: "exception.json/properties/articleId/pattern", keyword: "pattern", params: { pattern: "^(?:[Kk][Bb])?\\d{5,10}$" }, message: 'must match pattern "^(?:[Kk][Bb])?\\d{5,10}$"' };
                  if (vErrors === null) {
                    vErrors = [err29];
                  } else {
                    vErrors.push(err29);
                  }
                  errors++;
                }
              } else {
                const err30 = { instancePath: instancePath + "/pins/" + i1 + "/articleId", schemaPath: "exception.json/properties/articleId/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err30];
                } else {
                  vErrors.push(err30);
                }
                errors++;
              }
            }
            if (data14.reason !== void 0) {
              let data16 = data14.reason;
              if (typeof data16 === "string") {
                if (func3(data16) > 500) {
                  const err31 = { instancePath: instancePath + "/pins/" + i1 + "/reason", schemaPath: "exception.json/properties/reason/maxLength", keyword: "maxLength", params: { limit: 500 }, message: "must NOT have more than 500 characters" };
                  if (vErrors === null) {
                    vErrors = [err31];
                  } else {
                    vErrors.push(err31);
                  }
                  errors++;
                }
              } else {
                const err32 = { instancePath: instancePath + "/pins/" + i1 + "/reason", schemaPath: "exception.json/properties/reason/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err32];
                } else {
                  vErrors.push(err32);
                }
                errors++;
              }
            }
            if (data14.until !== void 0) {
              if (typeof data14.until !== "string") {
                const err33 = { instancePath: instancePath + "/pins/" + i1 + "/until", schemaPath: "exception.json/properties/until/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err33];
                } else {
                  vErrors.push(err33);
                }
                errors++;
              }
            }
          } else {
            const err34 = { instancePath: instancePath + "/pins/" + i1, schemaPath: "exception.json/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            if (vErrors === null) {
              vErrors = [err34];
            } else {
              vErrors.push(err34);
            }
            errors++;
          }
        }
      } else {
        const err35 = { instancePath: instancePath + "/pins", schemaPath: "#/properties/pins/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err35];
        } else {
          vErrors.push(err35);
        }
        errors++;
      }
    }
    if (data.maximumAgeDays !== void 0) {
      let data18 = data.maximumAgeDays;
      if (!(typeof data18 == "number" && (!(data18 % 1) && !isNaN(data18)) && isFinite(data18))) {
        const err36 = { instancePath: instancePath + "/maximumAgeDays", schemaPath: "#/properties/maximumAgeDays/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err36];
        } else {
          vErrors.push(err36);
        }
        errors++;
      }
      if (typeof data18 == "number" && isFinite(data18)) {
        if (data18 > 36500 || isNaN(data18)) {
          const err37 = { instancePath: instancePath + "/maximumAgeDays", schemaPath: "#/properties/maximumAgeDays/maximum", keyword: "maximum", params: { comparison: "<=", limit: 36500 }, message: "must be <= 36500" };
          if (vErrors === null) {
            vErrors = [err37];
          } else {
            vErrors.push(err37);
          }
          errors++;
        }
        if (data18 < 1 || isNaN(data18)) {
          const err38 = { instancePath: instancePath + "/maximumAgeDays", schemaPath: "#/properties/maximumAgeDays/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          if (vErrors === null) {
            vErrors = [err38];
          } else {
            vErrors.push(err38);
          }
          errors++;
        }
      }
    }
    if (data.role !== void 0) {
      let data19 = data.role;
      if (Array.isArray(data19)) {
        const len2 = data19.length;
        for (let i2 = 0; i2 < len2; i2++) {
          let data20 = data19[i2];
          if (typeof data20 !== "string") {
            const err39 = { instancePath: instancePath + "/role/" + i2, schemaPath: "#/properties/role/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err39];
            } else {
              vErrors.push(err39);
            }
            errors++;
          }
          if (!(data20 === "ServicingStackUpdate" || data20 === "Checkpoint" || data20 === "CumulativeUpdate" || data20 === "EnablementPackage" || data20 === "DotNetCumulativeUpdate" || data20 === "SafeOSDynamicUpdate" || data20 === "SetupDynamicUpdate")) {
            const err40 = { instancePath: instancePath + "/role/" + i2, schemaPath: "#/properties/role/items/enum", keyword: "enum", params: { allowedValues: schema11.properties.role.items.enum }, message: "must be equal to one of the allowed values" };
            if (vErrors === null) {
              vErrors = [err40];
            } else {
              vErrors.push(err40);
            }
            errors++;
          }
        }
      } else {
        const err41 = { instancePath: instancePath + "/role", schemaPath: "#/properties/role/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err41];
        } else {
          vErrors.push(err41);
        }
        errors++;
      }
    }
    if (data.enablement !== void 0) {
      let data21 = data.enablement;
      if (typeof data21 === "string") {
        if (func3(data21) < 1) {
          const err42 = { instancePath: instancePath + "/enablement", schemaPath: "#/properties/enablement/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err42];
          } else {
            vErrors.push(err42);
          }
          errors++;
        }
      } else {
        const err43 = { instancePath: instancePath + "/enablement", schemaPath: "#/properties/enablement/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err43];
        } else {
          vErrors.push(err43);
        }
        errors++;
      }
    }
    if (data.asOf !== void 0) {
      if (typeof data.asOf !== "string") {
        const err44 = { instancePath: instancePath + "/asOf", schemaPath: "#/properties/asOf/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err44];
        } else {
          vErrors.push(err44);
        }
        errors++;
      }
    }
    if (data.explain !== void 0) {
      if (typeof data.explain !== "boolean") {
        const err45 = { instancePath: instancePath + "/explain", schemaPath: "#/properties/explain/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err45];
        } else {
          vErrors.push(err45);
        }
        errors++;
      }
    }
  } else {
    const err46 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err46];
    } else {
      vErrors.push(err46);
    }
    errors++;
  }
  validate10.errors = vErrors;
  return errors === 0;
}
export {
  updateRecommend
};
