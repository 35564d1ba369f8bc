// Made by `npm run generate` from schemas/v1. Do not edit.
import {
  require_ucs2length
} from "./shared-KHNUALP7.js";
import "./shared-6LIGCL3Z.js";

// schema:content.save.request
var contentSave = validate10;
var schema11 = { "$schema": "http://json-schema.org/draft-07/schema#", "$id": "https://imgupdate.invalid/schemas/v1/content.save.request.json", "description": "Downloads the package files that updates, an image, a rule or a schedule need, and stores them verified. A dry run lists them with their bytes.", "type": "object", "properties": { "uniqueId": { "description": "Updates: identities, or KBs.", "type": "array", "items": { "type": "string", "minLength": 1 }, "minItems": 1 }, "image": { "description": "Name or id of a registered image: everything that it needs.", "type": "string", "minLength": 1 }, "path": { "description": "An image file: everything that it needs.", "type": "string", "minLength": 1 }, "index": { "description": "Index of the image; default all.", "type": "integer", "minimum": 1 }, "rule": { "description": "Name of a rule: what it chooses for the image, or for all registered images.", "type": "string", "minLength": 1 }, "scheduleId": { "description": "What a schedule would put in now.", "type": "string", "minLength": 1 }, "preview": { "description": "Do previews compete? Default exclude.", "type": "string", "enum": ["include", "exclude"] }, "outOfBand": { "description": "Do out-of-band updates compete? Default include.", "type": "string", "enum": ["include", "prefer-regular", "exclude"] }, "previous": { "description": "So many cumulative updates back from the newest; 1 for a bad month.", "type": "integer", "minimum": 0 }, "deferralDays": { "description": "Days that an update must have been public.", "type": "integer", "minimum": 0, "maximum": 3650 }, "holds": { "description": "KBs that are never chosen while the hold lasts.", "type": "array", "items": { "$ref": "exception.json" } }, "pins": { "description": "KBs that are chosen in their lines, whatever is newer, while the pin lasts.", "type": "array", "items": { "$ref": "exception.json" } }, "role": { "description": "Only these roles; default all but the enablement package.", "type": "array", "items": { "type": "string", "enum": ["ServicingStackUpdate", "Checkpoint", "CumulativeUpdate", "EnablementPackage", "DotNetCumulativeUpdate", "SafeOSDynamicUpdate", "SetupDynamicUpdate"] } }, "enablement": { "description": "Release that an enablement package shall switch on, for example 25H2.", "type": "string", "minLength": 1 }, "asOf": { "description": "The catalog as it was at this date or time.", "type": "string" }, "background": { "description": "A worker does it, which outlives this process; the answer is the save as it begins.", "type": "boolean", "default": false } }, "required": [], "additionalProperties": false };
var func2 = Object.prototype.hasOwnProperty;
var func3 = require_ucs2length().default;
var pattern0 = new RegExp("^(?:[Kk][Bb])?\\d{5,10}$", "u");
function validate10(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.background === void 0) {
      data.background = false;
    }
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
    if (data.uniqueId !== void 0) {
      let data0 = data.uniqueId;
      if (Array.isArray(data0)) {
        if (data0.length < 1) {
          const err1 = { instancePath: instancePath + "/uniqueId", schemaPath: "#/properties/uniqueId/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
        const len0 = data0.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data1 = data0[i0];
          if (typeof data1 === "string") {
            if (func3(data1) < 1) {
              const err2 = { instancePath: instancePath + "/uniqueId/" + i0, schemaPath: "#/properties/uniqueId/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err2];
              } else {
                vErrors.push(err2);
              }
              errors++;
            }
          } else {
            const err3 = { instancePath: instancePath + "/uniqueId/" + i0, schemaPath: "#/properties/uniqueId/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err3];
            } else {
              vErrors.push(err3);
            }
            errors++;
          }
        }
      } else {
        const err4 = { instancePath: instancePath + "/uniqueId", schemaPath: "#/properties/uniqueId/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.image !== void 0) {
      let data2 = data.image;
      if (typeof data2 === "string") {
        if (func3(data2) < 1) {
          const err5 = { instancePath: instancePath + "/image", schemaPath: "#/properties/image/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
      } else {
        const err6 = { instancePath: instancePath + "/image", schemaPath: "#/properties/image/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.path !== void 0) {
      let data3 = data.path;
      if (typeof data3 === "string") {
        if (func3(data3) < 1) {
          const err7 = { instancePath: instancePath + "/path", schemaPath: "#/properties/path/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
      } else {
        const err8 = { instancePath: instancePath + "/path", schemaPath: "#/properties/path/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.index !== void 0) {
      let data4 = data.index;
      if (!(typeof data4 == "number" && (!(data4 % 1) && !isNaN(data4)) && isFinite(data4))) {
        const err9 = { instancePath: instancePath + "/index", schemaPath: "#/properties/index/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
      if (typeof data4 == "number" && isFinite(data4)) {
        if (data4 < 1 || isNaN(data4)) {
          const err10 = { instancePath: instancePath + "/index", schemaPath: "#/properties/index/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
      }
    }
    if (data.rule !== void 0) {
      let data5 = data.rule;
      if (typeof data5 === "string") {
        if (func3(data5) < 1) {
          const err11 = { instancePath: instancePath + "/rule", schemaPath: "#/properties/rule/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err11];
          } else {
            vErrors.push(err11);
          }
          errors++;
        }
      } else {
        const err12 = { instancePath: instancePath + "/rule", schemaPath: "#/properties/rule/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
    }
    if (data.scheduleId !== void 0) {
      let data6 = data.scheduleId;
      if (typeof data6 === "string") {
        if (func3(data6) < 1) {
          const err13 = { instancePath: instancePath + "/scheduleId", schemaPath: "#/properties/scheduleId/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err13];
          } else {
            vErrors.push(err13);
          }
          errors++;
        }
      } else {
        const err14 = { instancePath: instancePath + "/scheduleId", schemaPath: "#/properties/scheduleId/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err14];
        } else {
          vErrors.push(err14);
        }
        errors++;
      }
    }
    if (data.preview !== void 0) {
      let data7 = data.preview;
      if (typeof data7 !== "string") {
        const err15 = { instancePath: instancePath + "/preview", schemaPath: "#/properties/preview/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err15];
        } else {
          vErrors.push(err15);
        }
        errors++;
      }
      if (!(data7 === "include" || data7 === "exclude")) {
        const err16 = { instancePath: instancePath + "/preview", schemaPath: "#/properties/preview/enum", keyword: "enum", params: { allowedValues: schema11.properties.preview.enum }, message: "must be equal to one of the allowed values" };
        if (vErrors === null) {
          vErrors = [err16];
        } else {
          vErrors.push(err16);
        }
        errors++;
      }
    }
    if (data.outOfBand !== void 0) {
      let data8 = data.outOfBand;
      if (typeof data8 !== "string") {
        const err17 = { instancePath: instancePath + "/outOfBand", schemaPath: "#/properties/outOfBand/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err17];
        } else {
          vErrors.push(err17);
        }
        errors++;
      }
      if (!(data8 === "include" || data8 === "prefer-regular" || data8 === "exclude")) {
        const err18 = { instancePath: instancePath + "/outOfBand", schemaPath: "#/properties/outOfBand/enum", keyword: "enum", params: { allowedValues: schema11.properties.outOfBand.enum }, message: "must be equal to one of the allowed values" };
        if (vErrors === null) {
          vErrors = [err18];
        } else {
          vErrors.push(err18);
        }
        errors++;
      }
    }
    if (data.previous !== void 0) {
      let data9 = data.previous;
      if (!(typeof data9 == "number" && (!(data9 % 1) && !isNaN(data9)) && isFinite(data9))) {
        const err19 = { instancePath: instancePath + "/previous", schemaPath: "#/properties/previous/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err19];
        } else {
          vErrors.push(err19);
        }
        errors++;
      }
      if (typeof data9 == "number" && isFinite(data9)) {
        if (data9 < 0 || isNaN(data9)) {
          const err20 = { instancePath: instancePath + "/previous", schemaPath: "#/properties/previous/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          if (vErrors === null) {
            vErrors = [err20];
          } else {
            vErrors.push(err20);
          }
          errors++;
        }
      }
    }
    if (data.deferralDays !== void 0) {
      let data10 = data.deferralDays;
      if (!(typeof data10 == "number" && (!(data10 % 1) && !isNaN(data10)) && isFinite(data10))) {
        const err21 = { instancePath: instancePath + "/deferralDays", schemaPath: "#/properties/deferralDays/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err21];
        } else {
          vErrors.push(err21);
        }
        errors++;
      }
      if (typeof data10 == "number" && isFinite(data10)) {
        if (data10 > 3650 || isNaN(data10)) {
          const err22 = { instancePath: instancePath + "/deferralDays", schemaPath: "#/properties/deferralDays/maximum", keyword: "maximum", params: { comparison: "<=", limit: 3650 }, message: "must be <= 3650" };
          if (vErrors === null) {
            vErrors = [err22];
          } else {
            vErrors.push(err22);
          }
          errors++;
        }
        if (data10 < 0 || isNaN(data10)) {
          const err23 = { instancePath: instancePath + "/deferralDays", schemaPath: "#/properties/deferralDays/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          if (vErrors === null) {
            vErrors = [err23];
          } else {
            vErrors.push(err23);
          }
          errors++;
        }
      }
    }
    if (data.holds !== void 0) {
      let data11 = data.holds;
      if (Array.isArray(data11)) {
        const len1 = data11.length;
        for (let i1 = 0; i1 < len1; i1++) {
          let data12 = data11[i1];
          if (data12 && typeof data12 == "object" && !Array.isArray(data12)) {
            if (data12.articleId === void 0) {
              const err24 = { instancePath: instancePath + "/holds/" + i1, schemaPath: "exception.json/required", keyword: "required", params: { missingProperty: "articleId" }, message: "must have required property 'articleId'" };
              if (vErrors === null) {
                vErrors = [err24];
              } else {
                vErrors.push(err24);
              }
              errors++;
            }
            for (const key1 in data12) {
              if (!(key1 === "articleId" || key1 === "reason" || key1 === "until")) {
                const err25 = { instancePath: instancePath + "/holds/" + i1, schemaPath: "exception.json/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" };
                if (vErrors === null) {
                  vErrors = [err25];
                } else {
                  vErrors.push(err25);
                }
                errors++;
              }
            }
            if (data12.articleId !== void 0) {
              let data13 = data12.articleId;
              if (typeof data13 === "string") {
                if (!pattern0.test(data13)) {
                  const err26 = { instancePath: instancePath + "/holds/" + i1 + "/articleId", schemaPath: "exception.json/properties/articleId/pattern", keyword: "pattern", params: { pattern: "^(?:[Kk][Bb])?\\d{5,10}$" }, message: 'must match pattern "^(?:[Kk][Bb])?\\d{5,10}$"' };
                  if (vErrors === null) {
                    vErrors = [err26];
                  } else {
                    vErrors.push(err26);
                  }
                  errors++;
                }
              } else {
                const err27 = { instancePath: instancePath + "/holds/" + i1 + "/articleId", schemaPath: "exception.json/properties/articleId/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err27];
                } else {
                  vErrors.push(err27);
                }
                errors++;
              }
            }
            if (data12.reason !== void 0) {
              let data14 = data12.reason;
              if (typeof data14 === "string") {
                if (func3(data14) > 500) {
                  const err28 = { instancePath: instancePath + "/holds/" + i1 + "/reason", schemaPath: "exception.json/properties/reason/maxLength", keyword: "maxLength", params: { limit: 500 }, message: "must NOT have more than 500 characters" };
                  if (vErrors === null) {
                    vErrors = [err28];
                  } else {
                    vErrors.push(err28);
                  }
                  errors++;
                }
              } else {
                const err29 = { instancePath: instancePath + "/holds/" + i1 + "/reason", schemaPath: "exception.json/properties/reason/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err29];
                } else {
                  vErrors.push(err29);
                }
                errors++;
              }
            }
            if (data12.until !== void 0) {
              if (typeof data12.until !== "string") {
                const err30 = { instancePath: instancePath + "/holds/" + i1 + "/until", schemaPath: "exception.json/properties/until/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err30];
                } else {
                  vErrors.push(err30);
                }
                errors++;
              }
            }
          } else {
            const err31 = { instancePath: instancePath + "/holds/" + i1, schemaPath: "exception.json/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            if (vErrors === null) {
              vErrors = [err31];
            } else {
              vErrors.push(err31);
            }
            errors++;
          }
        }
      } else {
        const err32 = { instancePath: instancePath + "/holds", schemaPath: "#/properties/holds/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err32];
        } else {
          vErrors.push(err32);
        }
        errors++;
      }
    }
    if (data.pins !== void 0) {
      let data16 = data.pins;
      if (Array.isArray(data16)) {
        const len2 = data16.length;
        for (let i2 = 0; i2 < len2; i2++) {
          let data17 = data16[i2];
          if (data17 && typeof data17 == "object" && !Array.isArray(data17)) {
            if (data17.articleId === void 0) {
              const err33 = { instancePath: instancePath + "/pins/" + i2, schemaPath: "exception.json/required", keyword: "required", params: { missingProperty: "articleId" }, message: "must have required property 'articleId'" };
              if (vErrors === null) {
                vErrors = [err33];
              } else {
                vErrors.push(err33);
              }
              errors++;
            }
            for (const key2 in data17) {
              if (!(key2 === "articleId" || key2 === "reason" || key2 === "until")) {
                const err34 = { instancePath: instancePath + "/pins/" + i2, schemaPath: "exception.json/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 }, message: "must NOT have additional properties" };
                if (vErrors === null) {
                  vErrors = [err34];
                } else {
                  vErrors.push(err34);
                }
                errors++;
              }
            }
            if (data17.articleId !== void 0) {
              let data18 = data17.articleId;
              if (typeof data18 === "string") {
                if (!pattern0.test(data18)) {
                  const err35 = { instancePath: instancePath + "/pins/" + i2 + "/articleId", schemaPath: "exception.json/properties/articleId/pattern", keyword: "pattern", params: { pattern: "^(?:[Kk][Bb])?\\d{5,10}$" }, message: 'must match pattern "^(?:[Kk][Bb])?\\d{5,10}$"' };
                  if (vErrors === null) {
                    vErrors = [err35];
                  } else {
                    vErrors.push(err35);
                  }
                  errors++;
                }
              } else {
                const err36 = { instancePath: instancePath + "/pins/" + i2 + "/articleId", schemaPath: "exception.json/properties/articleId/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err36];
                } else {
                  vErrors.push(err36);
                }
                errors++;
              }
            }
            if (data17.reason !== void 0) {
              let data19 = data17.reason;
              if (typeof data19 === "string") {
                if (func3(data19) > 500) {
                  const err37 = { instancePath: instancePath + "/pins/" + i2 + "/reason", schemaPath: "exception.json/properties/reason/maxLength", keyword: "maxLength", params: { limit: 500 }, message: "must NOT have more than 500 characters" };
                  if (vErrors === null) {
                    vErrors = [err37];
                  } else {
                    vErrors.push(err37);
                  }
                  errors++;
                }
              } else {
                const err38 = { instancePath: instancePath + "/pins/" + i2 + "/reason", schemaPath: "exception.json/properties/reason/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err38];
                } else {
                  vErrors.push(err38);
                }
                errors++;
              }
            }
            if (data17.until !== void 0) {
              if (typeof data17.until !== "string") {
                const err39 = { instancePath: instancePath + "/pins/" + i2 + "/until", schemaPath: "exception.json/properties/until/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err39];
                } else {
                  vErrors.push(err39);
                }
                errors++;
              }
            }
          } else {
            const err40 = { instancePath: instancePath + "/pins/" + i2, schemaPath: "exception.json/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            if (vErrors === null) {
              vErrors = [err40];
            } else {
              vErrors.push(err40);
            }
            errors++;
          }
        }
      } else {
        const err41 = { instancePath: instancePath + "/pins", schemaPath: "#/properties/pins/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err41];
        } else {
          vErrors.push(err41);
        }
        errors++;
      }
    }
    if (data.role !== void 0) {
      let data21 = data.role;
      if (Array.isArray(data21)) {
        const len3 = data21.length;
        for (let i3 = 0; i3 < len3; i3++) {
          let data22 = data21[i3];
          if (typeof data22 !== "string") {
            const err42 = { instancePath: instancePath + "/role/" + i3, schemaPath: "#/properties/role/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err42];
            } else {
              vErrors.push(err42);
            }
            errors++;
          }
          if (!(data22 === "ServicingStackUpdate" || data22 === "Checkpoint" || data22 === "CumulativeUpdate" || data22 === "EnablementPackage" || data22 === "DotNetCumulativeUpdate" || data22 === "SafeOSDynamicUpdate" || data22 === "SetupDynamicUpdate")) {
            const err43 = { instancePath: instancePath + "/role/" + i3, schemaPath: "#/properties/role/items/enum", keyword: "enum", params: { allowedValues: schema11.properties.role.items.enum }, message: "must be equal to one of the allowed values" };
            if (vErrors === null) {
              vErrors = [err43];
            } else {
              vErrors.push(err43);
            }
            errors++;
          }
        }
      } else {
        const err44 = { instancePath: instancePath + "/role", schemaPath: "#/properties/role/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err44];
        } else {
          vErrors.push(err44);
        }
        errors++;
      }
    }
    if (data.enablement !== void 0) {
      let data23 = data.enablement;
      if (typeof data23 === "string") {
        if (func3(data23) < 1) {
          const err45 = { instancePath: instancePath + "/enablement", schemaPath: "#/properties/enablement/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err45];
          } else {
            vErrors.push(err45);
          }
          errors++;
        }
      } else {
        const err46 = { instancePath: instancePath + "/enablement", schemaPath: "#/properties/enablement/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err46];
        } else {
          vErrors.push(err46);
        }
        errors++;
      }
    }
    if (data.asOf !== void 0) {
      if (typeof data.asOf !== "string") {
        const err47 = { instancePath: instancePath + "/asOf", schemaPath: "#/properties/asOf/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err47];
        } else {
          vErrors.push(err47);
        }
        errors++;
      }
    }
    if (typeof data.background !== "boolean") {
      const err48 = { instancePath: instancePath + "/background", schemaPath: "#/properties/background/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      if (vErrors === null) {
        vErrors = [err48];
      } else {
        vErrors.push(err48);
      }
      errors++;
    }
  } else {
    const err49 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err49];
    } else {
      vErrors.push(err49);
    }
    errors++;
  }
  validate10.errors = vErrors;
  return errors === 0;
}
export {
  contentSave
};
