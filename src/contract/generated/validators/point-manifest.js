// Made by `npm run generate` from schemas/v1. Do not edit.
import {
  require_ucs2length
} from "./shared-KHNUALP7.js";
import "./shared-6LIGCL3Z.js";

// schema:point-manifest
var pointManifest = validate10;
var schema12 = { "$schema": "http://json-schema.org/draft-07/schema#", "$id": "https://imgupdate.invalid/schemas/v1/point-image.json", "description": "An image as a distribution point serves it.", "type": "object", "properties": { "imageId": { "description": "Id.", "type": "string", "pattern": "^[0-9A-Za-z-]+$", "maxLength": 64 }, "name": { "description": "Name.", "type": "string" }, "version": { "description": "Label of the organisation.", "type": "string" }, "architecture": { "description": "For pre-cache: the architecture that fetches it ahead; null: as the indexes say.", "type": ["string", "null"] }, "language": { "description": "For pre-cache: the language that fetches it ahead; null: as the indexes say.", "type": ["string", "null"] }, "fixedName": { "description": "Name in the folder itself that always is the current version.", "type": ["string", "null"] }, "indexes": { "description": "What is in it.", "type": "array", "items": { "$ref": "point-image-index.json" } }, "versions": { "description": "The current version, then earlier ones.", "type": "array", "items": { "$ref": "point-version.json" }, "minItems": 1 } }, "required": ["imageId", "name", "version", "architecture", "language", "fixedName", "indexes", "versions"], "additionalProperties": true };
var schema13 = { "$schema": "http://json-schema.org/draft-07/schema#", "$id": "https://imgupdate.invalid/schemas/v1/point-image-index.json", "type": "object", "description": "One Windows in the file.", "properties": { "index": { "description": "Number.", "type": "integer", "minimum": 1 }, "name": { "description": "Name.", "type": "string" }, "edition": { "description": "Edition.", "type": ["string", "null"] }, "family": { "description": "Family.", "type": ["string", "null"] }, "release": { "description": "Release.", "type": ["string", "null"] }, "architecture": { "description": "x86, x64 or arm64.", "type": ["string", "null"] }, "languages": { "description": "Languages.", "type": "array", "items": { "type": "string" } }, "defaultLanguage": { "description": "Default language.", "type": ["string", "null"] }, "revision": { "description": "build.revision", "type": ["string", "null"] } }, "required": ["index", "name", "edition", "family", "release", "architecture", "languages", "defaultLanguage", "revision"], "additionalProperties": true };
var schema14 = { "$schema": "http://json-schema.org/draft-07/schema#", "$id": "https://imgupdate.invalid/schemas/v1/point-version.json", "type": "object", "description": "One version of the file.", "properties": { "sourceVersion": { "description": "Version.", "type": "integer", "minimum": 1 }, "file": { "description": "Path below the distribution point, with slashes.", "type": "string", "pattern": "^images/[0-9A-Za-z-]+/[0-9]+\\.wim$", "maxLength": 200 }, "size": { "description": "Bytes.", "type": "integer", "minimum": 0 }, "sha256": { "description": "SHA-256, lower-case hexadecimal.", "type": "string", "pattern": "^[0-9a-f]{64}$" }, "revision": { "description": "build.revision", "type": ["string", "null"] }, "sent": { "description": "When it came; RFC 3339, UTC.", "type": "string" }, "urls": { "description": "Addresses where the same bytes are, besides the file itself.", "type": "array", "items": { "type": "string", "maxLength": 4e3 }, "maxItems": 20 } }, "required": ["sourceVersion", "file", "size", "sha256", "revision", "sent"], "additionalProperties": true };
var func2 = require_ucs2length().default;
var pattern0 = new RegExp("^[0-9A-Za-z-]+$", "u");
var pattern1 = new RegExp("^images/[0-9A-Za-z-]+/[0-9]+\\.wim$", "u");
var pattern2 = new RegExp("^[0-9a-f]{64}$", "u");
function validate11(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.imageId === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "imageId" }, message: "must have required property 'imageId'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.name === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'" };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.version === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "version" }, message: "must have required property 'version'" };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.architecture === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "architecture" }, message: "must have required property 'architecture'" };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    if (data.language === void 0) {
      const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "language" }, message: "must have required property 'language'" };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    if (data.fixedName === void 0) {
      const err5 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "fixedName" }, message: "must have required property 'fixedName'" };
      if (vErrors === null) {
        vErrors = [err5];
      } else {
        vErrors.push(err5);
      }
      errors++;
    }
    if (data.indexes === void 0) {
      const err6 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "indexes" }, message: "must have required property 'indexes'" };
      if (vErrors === null) {
        vErrors = [err6];
      } else {
        vErrors.push(err6);
      }
      errors++;
    }
    if (data.versions === void 0) {
      const err7 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "versions" }, message: "must have required property 'versions'" };
      if (vErrors === null) {
        vErrors = [err7];
      } else {
        vErrors.push(err7);
      }
      errors++;
    }
    if (data.imageId !== void 0) {
      let data0 = data.imageId;
      if (typeof data0 === "string") {
        if (func2(data0) > 64) {
          const err8 = { instancePath: instancePath + "/imageId", schemaPath: "#/properties/imageId/maxLength", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
        if (!pattern0.test(data0)) {
          const err9 = { instancePath: instancePath + "/imageId", schemaPath: "#/properties/imageId/pattern", keyword: "pattern", params: { pattern: "^[0-9A-Za-z-]+$" }, message: 'must match pattern "^[0-9A-Za-z-]+$"' };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
      } else {
        const err10 = { instancePath: instancePath + "/imageId", schemaPath: "#/properties/imageId/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
    if (data.name !== void 0) {
      if (typeof data.name !== "string") {
        const err11 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
    if (data.version !== void 0) {
      if (typeof data.version !== "string") {
        const err12 = { instancePath: instancePath + "/version", schemaPath: "#/properties/version/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
    }
    if (data.architecture !== void 0) {
      let data3 = data.architecture;
      if (typeof data3 !== "string" && data3 !== null) {
        const err13 = { instancePath: instancePath + "/architecture", schemaPath: "#/properties/architecture/type", keyword: "type", params: { type: schema12.properties.architecture.type }, message: "must be string,null" };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
    }
    if (data.language !== void 0) {
      let data4 = data.language;
      if (typeof data4 !== "string" && data4 !== null) {
        const err14 = { instancePath: instancePath + "/language", schemaPath: "#/properties/language/type", keyword: "type", params: { type: schema12.properties.language.type }, message: "must be string,null" };
        if (vErrors === null) {
          vErrors = [err14];
        } else {
          vErrors.push(err14);
        }
        errors++;
      }
    }
    if (data.fixedName !== void 0) {
      let data5 = data.fixedName;
      if (typeof data5 !== "string" && data5 !== null) {
        const err15 = { instancePath: instancePath + "/fixedName", schemaPath: "#/properties/fixedName/type", keyword: "type", params: { type: schema12.properties.fixedName.type }, message: "must be string,null" };
        if (vErrors === null) {
          vErrors = [err15];
        } else {
          vErrors.push(err15);
        }
        errors++;
      }
    }
    if (data.indexes !== void 0) {
      let data6 = data.indexes;
      if (Array.isArray(data6)) {
        const len0 = data6.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data7 = data6[i0];
          if (data7 && typeof data7 == "object" && !Array.isArray(data7)) {
            if (data7.index === void 0) {
              const err16 = { instancePath: instancePath + "/indexes/" + i0, schemaPath: "point-image-index.json/required", keyword: "required", params: { missingProperty: "index" }, message: "must have required property 'index'" };
              if (vErrors === null) {
                vErrors = [err16];
              } else {
                vErrors.push(err16);
              }
              errors++;
            }
            if (data7.name === void 0) {
              const err17 = { instancePath: instancePath + "/indexes/" + i0, schemaPath: "point-image-index.json/required", keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'" };
              if (vErrors === null) {
                vErrors = [err17];
              } else {
                vErrors.push(err17);
              }
              errors++;
            }
            if (data7.edition === void 0) {
              const err18 = { instancePath: instancePath + "/indexes/" + i0, schemaPath: "point-image-index.json/required", keyword: "required", params: { missingProperty: "edition" }, message: "must have required property 'edition'" };
              if (vErrors === null) {
                vErrors = [err18];
              } else {
                vErrors.push(err18);
              }
              errors++;
            }
            if (data7.family === void 0) {
              const err19 = { instancePath: instancePath + "/indexes/" + i0, schemaPath: "point-image-index.json/required", keyword: "required", params: { missingProperty: "family" }, message: "must have required property 'family'" };
              if (vErrors === null) {
                vErrors = [err19];
              } else {
                vErrors.push(err19);
              }
              errors++;
            }
            if (data7.release === void 0) {
              const err20 = { instancePath: instancePath + "/indexes/" + i0, schemaPath: "point-image-index.json/required", keyword: "required", params: { missingProperty: "release" }, message: "must have required property 'release'" };
              if (vErrors === null) {
                vErrors = [err20];
              } else {
                vErrors.push(err20);
              }
              errors++;
            }
            if (data7.architecture === void 0) {
              const err21 = { instancePath: instancePath + "/indexes/" + i0, schemaPath: "point-image-index.json/required", keyword: "required", params: { missingProperty: "architecture" }, message: "must have required property 'architecture'" };
              if (vErrors === null) {
                vErrors = [err21];
              } else {
                vErrors.push(err21);
              }
              errors++;
            }
            if (data7.languages === void 0) {
              const err22 = { instancePath: instancePath + "/indexes/" + i0, schemaPath: "point-image-index.json/required", keyword: "required", params: { missingProperty: "languages" }, message: "must have required property 'languages'" };
              if (vErrors === null) {
                vErrors = [err22];
              } else {
                vErrors.push(err22);
              }
              errors++;
            }
            if (data7.defaultLanguage === void 0) {
              const err23 = { instancePath: instancePath + "/indexes/" + i0, schemaPath: "point-image-index.json/required", keyword: "required", params: { missingProperty: "defaultLanguage" }, message: "must have required property 'defaultLanguage'" };
              if (vErrors === null) {
                vErrors = [err23];
              } else {
                vErrors.push(err23);
              }
              errors++;
            }
            if (data7.revision === void 0) {
              const err24 = { instancePath: instancePath + "/indexes/" + i0, schemaPath: "point-image-index.json/required", keyword: "required", params: { missingProperty: "revision" }, message: "must have required property 'revision'" };
              if (vErrors === null) {
                vErrors = [err24];
              } else {
                vErrors.push(err24);
              }
              errors++;
            }
            if (data7.index !== void 0) {
              let data8 = data7.index;
              if (!(typeof data8 == "number" && (!(data8 % 1) && !isNaN(data8)) && isFinite(data8))) {
                const err25 = { instancePath: instancePath + "/indexes/" + i0 + "/index", schemaPath: "point-image-index.json/properties/index/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                if (vErrors === null) {
                  vErrors = [err25];
                } else {
                  vErrors.push(err25);
                }
                errors++;
              }
              if (typeof data8 == "number" && isFinite(data8)) {
                if (data8 < 1 || isNaN(data8)) {
                  const err26 = { instancePath: instancePath + "/indexes/" + i0 + "/index", schemaPath: "point-image-index.json/properties/index/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
                  if (vErrors === null) {
                    vErrors = [err26];
                  } else {
                    vErrors.push(err26);
                  }
                  errors++;
                }
              }
            }
            if (data7.name !== void 0) {
              if (typeof data7.name !== "string") {
                const err27 = { instancePath: instancePath + "/indexes/" + i0 + "/name", schemaPath: "point-image-index.json/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err27];
                } else {
                  vErrors.push(err27);
                }
                errors++;
              }
            }
            if (data7.edition !== void 0) {
              let data10 = data7.edition;
              if (typeof data10 !== "string" && data10 !== null) {
                const err28 = { instancePath: instancePath + "/indexes/" + i0 + "/edition", schemaPath: "point-image-index.json/properties/edition/type", keyword: "type", params: { type: schema13.properties.edition.type }, message: "must be string,null" };
                if (vErrors === null) {
                  vErrors = [err28];
                } else {
                  vErrors.push(err28);
                }
                errors++;
              }
            }
            if (data7.family !== void 0) {
              let data11 = data7.family;
              if (typeof data11 !== "string" && data11 !== null) {
                const err29 = { instancePath: instancePath + "/indexes/" + i0 + "/family", schemaPath: "point-image-index.json/properties/family/type", keyword: "type", params: { type: schema13.properties.family.type }, message: "must be string,null" };
                if (vErrors === null) {
                  vErrors = [err29];
                } else {
                  vErrors.push(err29);
                }
                errors++;
              }
            }
            if (data7.release !== void 0) {
              let data12 = data7.release;
              if (typeof data12 !== "string" && data12 !== null) {
                const err30 = { instancePath: instancePath + "/indexes/" + i0 + "/release", schemaPath: "point-image-index.json/properties/release/type", keyword: "type", params: { type: schema13.properties.release.type }, message: "must be string,null" };
                if (vErrors === null) {
                  vErrors = [err30];
                } else {
                  vErrors.push(err30);
                }
                errors++;
              }
            }
            if (data7.architecture !== void 0) {
              let data13 = data7.architecture;
              if (typeof data13 !== "string" && data13 !== null) {
                const err31 = { instancePath: instancePath + "/indexes/" + i0 + "/architecture", schemaPath: "point-image-index.json/properties/architecture/type", keyword: "type", params: { type: schema13.properties.architecture.type }, message: "must be string,null" };
                if (vErrors === null) {
                  vErrors = [err31];
                } else {
                  vErrors.push(err31);
                }
                errors++;
              }
            }
            if (data7.languages !== void 0) {
              let data14 = data7.languages;
              if (Array.isArray(data14)) {
                const len1 = data14.length;
                for (let i1 = 0; i1 < len1; i1++) {
                  if (typeof data14[i1] !== "string") {
                    const err32 = { instancePath: instancePath + "/indexes/" + i0 + "/languages/" + i1, schemaPath: "point-image-index.json/properties/languages/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    if (vErrors === null) {
                      vErrors = [err32];
                    } else {
                      vErrors.push(err32);
                    }
                    errors++;
                  }
                }
              } else {
                const err33 = { instancePath: instancePath + "/indexes/" + i0 + "/languages", schemaPath: "point-image-index.json/properties/languages/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                if (vErrors === null) {
                  vErrors = [err33];
                } else {
                  vErrors.push(err33);
                }
                errors++;
              }
            }
            if (data7.defaultLanguage !== void 0) {
              let data16 = data7.defaultLanguage;
              if (typeof data16 !== "string" && data16 !== null) {
                const err34 = { instancePath: instancePath + "/indexes/" + i0 + "/defaultLanguage", schemaPath: "point-image-index.json/properties/defaultLanguage/type", keyword: "type", params: { type: schema13.properties.defaultLanguage.type }, message: "must be string,null" };
                if (vErrors === null) {
                  vErrors = [err34];
                } else {
                  vErrors.push(err34);
                }
                errors++;
              }
            }
            if (data7.revision !== void 0) {
              let data17 = data7.revision;
              if (typeof data17 !== "string" && data17 !== null) {
                const err35 = { instancePath: instancePath + "/indexes/" + i0 + "/revision", schemaPath: "point-image-index.json/properties/revision/type", keyword: "type", params: { type: schema13.properties.revision.type }, message: "must be string,null" };
                if (vErrors === null) {
                  vErrors = [err35];
                } else {
                  vErrors.push(err35);
                }
                errors++;
              }
            }
          } else {
            const err36 = { instancePath: instancePath + "/indexes/" + i0, schemaPath: "point-image-index.json/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            if (vErrors === null) {
              vErrors = [err36];
            } else {
              vErrors.push(err36);
            }
            errors++;
          }
        }
      } else {
        const err37 = { instancePath: instancePath + "/indexes", schemaPath: "#/properties/indexes/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err37];
        } else {
          vErrors.push(err37);
        }
        errors++;
      }
    }
    if (data.versions !== void 0) {
      let data18 = data.versions;
      if (Array.isArray(data18)) {
        if (data18.length < 1) {
          const err38 = { instancePath: instancePath + "/versions", schemaPath: "#/properties/versions/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          if (vErrors === null) {
            vErrors = [err38];
          } else {
            vErrors.push(err38);
          }
          errors++;
        }
        const len2 = data18.length;
        for (let i2 = 0; i2 < len2; i2++) {
          let data19 = data18[i2];
          if (data19 && typeof data19 == "object" && !Array.isArray(data19)) {
            if (data19.sourceVersion === void 0) {
              const err39 = { instancePath: instancePath + "/versions/" + i2, schemaPath: "point-version.json/required", keyword: "required", params: { missingProperty: "sourceVersion" }, message: "must have required property 'sourceVersion'" };
              if (vErrors === null) {
                vErrors = [err39];
              } else {
                vErrors.push(err39);
              }
              errors++;
            }
            if (data19.file === void 0) {
              const err40 = { instancePath: instancePath + "/versions/" + i2, schemaPath: "point-version.json/required", keyword: "required", params: { missingProperty: "file" }, message: "must have required property 'file'" };
              if (vErrors === null) {
                vErrors = [err40];
              } else {
                vErrors.push(err40);
              }
              errors++;
            }
            if (data19.size === void 0) {
              const err41 = { instancePath: instancePath + "/versions/" + i2, schemaPath: "point-version.json/required", keyword: "required", params: { missingProperty: "size" }, message: "must have required property 'size'" };
              if (vErrors === null) {
                vErrors = [err41];
              } else {
                vErrors.push(err41);
              }
              errors++;
            }
            if (data19.sha256 === void 0) {
              const err42 = { instancePath: instancePath + "/versions/" + i2, schemaPath: "point-version.json/required", keyword: "required", params: { missingProperty: "sha256" }, message: "must have required property 'sha256'" };
              if (vErrors === null) {
                vErrors = [err42];
              } else {
                vErrors.push(err42);
              }
              errors++;
            }
            if (data19.revision === void 0) {
              const err43 = { instancePath: instancePath + "/versions/" + i2, schemaPath: "point-version.json/required", keyword: "required", params: { missingProperty: "revision" }, message: "must have required property 'revision'" };
              if (vErrors === null) {
                vErrors = [err43];
              } else {
                vErrors.push(err43);
              }
              errors++;
            }
            if (data19.sent === void 0) {
              const err44 = { instancePath: instancePath + "/versions/" + i2, schemaPath: "point-version.json/required", keyword: "required", params: { missingProperty: "sent" }, message: "must have required property 'sent'" };
              if (vErrors === null) {
                vErrors = [err44];
              } else {
                vErrors.push(err44);
              }
              errors++;
            }
            if (data19.sourceVersion !== void 0) {
              let data20 = data19.sourceVersion;
              if (!(typeof data20 == "number" && (!(data20 % 1) && !isNaN(data20)) && isFinite(data20))) {
                const err45 = { instancePath: instancePath + "/versions/" + i2 + "/sourceVersion", schemaPath: "point-version.json/properties/sourceVersion/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                if (vErrors === null) {
                  vErrors = [err45];
                } else {
                  vErrors.push(err45);
                }
                errors++;
              }
              if (typeof data20 == "number" && isFinite(data20)) {
                if (data20 < 1 || isNaN(data20)) {
                  const err46 = { instancePath: instancePath + "/versions/" + i2 + "/sourceVersion", schemaPath: "point-version.json/properties/sourceVersion/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
                  if (vErrors === null) {
                    vErrors = [err46];
                  } else {
                    vErrors.push(err46);
                  }
                  errors++;
                }
              }
            }
            if (data19.file !== void 0) {
              let data21 = data19.file;
              if (typeof data21 === "string") {
                if (func2(data21) > 200) {
                  const err47 = { instancePath: instancePath + "/versions/" + i2 + "/file", schemaPath: "point-version.json/properties/file/maxLength", keyword: "maxLength", params: { limit: 200 }, message: "must NOT have more than 200 characters" };
                  if (vErrors === null) {
                    vErrors = [err47];
                  } else {
                    vErrors.push(err47);
                  }
                  errors++;
                }
                if (!pattern1.test(data21)) {
                  const err48 = { instancePath: instancePath + "/versions/" + i2 + "/file", schemaPath: "point-version.json/properties/file/pattern", keyword: "pattern", params: { pattern: "^images/[0-9A-Za-z-]+/[0-9]+\\.wim$" }, message: 'must match pattern "^images/[0-9A-Za-z-]+/[0-9]+\\.wim$"' };
                  if (vErrors === null) {
                    vErrors = [err48];
                  } else {
                    vErrors.push(err48);
                  }
                  errors++;
                }
              } else {
                const err49 = { instancePath: instancePath + "/versions/" + i2 + "/file", schemaPath: "point-version.json/properties/file/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err49];
                } else {
                  vErrors.push(err49);
                }
                errors++;
              }
            }
            if (data19.size !== void 0) {
              let data22 = data19.size;
              if (!(typeof data22 == "number" && (!(data22 % 1) && !isNaN(data22)) && isFinite(data22))) {
                const err50 = { instancePath: instancePath + "/versions/" + i2 + "/size", schemaPath: "point-version.json/properties/size/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                if (vErrors === null) {
                  vErrors = [err50];
                } else {
                  vErrors.push(err50);
                }
                errors++;
              }
              if (typeof data22 == "number" && isFinite(data22)) {
                if (data22 < 0 || isNaN(data22)) {
                  const err51 = { instancePath: instancePath + "/versions/" + i2 + "/size", schemaPath: "point-version.json/properties/size/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
                  if (vErrors === null) {
                    vErrors = [err51];
                  } else {
                    vErrors.push(err51);
                  }
                  errors++;
                }
              }
            }
            if (data19.sha256 !== void 0) {
              let data23 = data19.sha256;
              if (typeof data23 === "string") {
                if (!pattern2.test(data23)) {
                  const err52 = { instancePath: instancePath + "/versions/" + i2 + "/sha256", schemaPath: "point-version.json/properties/sha256/pattern", keyword: "pattern", params: { pattern: "^[0-9a-f]{64}$" }, message: 'must match pattern "^[0-9a-f]{64}$"' };
                  if (vErrors === null) {
                    vErrors = [err52];
                  } else {
                    vErrors.push(err52);
                  }
                  errors++;
                }
              } else {
                const err53 = { instancePath: instancePath + "/versions/" + i2 + "/sha256", schemaPath: "point-version.json/properties/sha256/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err53];
                } else {
                  vErrors.push(err53);
                }
                errors++;
              }
            }
            if (data19.revision !== void 0) {
              let data24 = data19.revision;
              if (typeof data24 !== "string" && data24 !== null) {
                const err54 = { instancePath: instancePath + "/versions/" + i2 + "/revision", schemaPath: "point-version.json/properties/revision/type", keyword: "type", params: { type: schema14.properties.revision.type }, message: "must be string,null" };
                if (vErrors === null) {
                  vErrors = [err54];
                } else {
                  vErrors.push(err54);
                }
                errors++;
              }
            }
            if (data19.sent !== void 0) {
              if (typeof data19.sent !== "string") {
                const err55 = { instancePath: instancePath + "/versions/" + i2 + "/sent", schemaPath: "point-version.json/properties/sent/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err55];
                } else {
                  vErrors.push(err55);
                }
                errors++;
              }
            }
            if (data19.urls !== void 0) {
              let data26 = data19.urls;
              if (Array.isArray(data26)) {
                if (data26.length > 20) {
                  const err56 = { instancePath: instancePath + "/versions/" + i2 + "/urls", schemaPath: "point-version.json/properties/urls/maxItems", keyword: "maxItems", params: { limit: 20 }, message: "must NOT have more than 20 items" };
                  if (vErrors === null) {
                    vErrors = [err56];
                  } else {
                    vErrors.push(err56);
                  }
                  errors++;
                }
                const len3 = data26.length;
                for (let i3 = 0; i3 < len3; i3++) {
                  let data27 = data26[i3];
                  if (typeof data27 === "string") {
                    if (func2(data27) > 4e3) {
                      const err57 = { instancePath: instancePath + "/versions/" + i2 + "/urls/" + i3, schemaPath: "point-version.json/properties/urls/items/maxLength", keyword: "maxLength", params: { limit: 4e3 }, message: "must NOT have more than 4000 characters" };
                      if (vErrors === null) {
                        vErrors = [err57];
                      } else {
                        vErrors.push(err57);
                      }
                      errors++;
                    }
                  } else {
                    const err58 = { instancePath: instancePath + "/versions/" + i2 + "/urls/" + i3, schemaPath: "point-version.json/properties/urls/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    if (vErrors === null) {
                      vErrors = [err58];
                    } else {
                      vErrors.push(err58);
                    }
                    errors++;
                  }
                }
              } else {
                const err59 = { instancePath: instancePath + "/versions/" + i2 + "/urls", schemaPath: "point-version.json/properties/urls/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                if (vErrors === null) {
                  vErrors = [err59];
                } else {
                  vErrors.push(err59);
                }
                errors++;
              }
            }
          } else {
            const err60 = { instancePath: instancePath + "/versions/" + i2, schemaPath: "point-version.json/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            if (vErrors === null) {
              vErrors = [err60];
            } else {
              vErrors.push(err60);
            }
            errors++;
          }
        }
      } else {
        const err61 = { instancePath: instancePath + "/versions", schemaPath: "#/properties/versions/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err61];
        } else {
          vErrors.push(err61);
        }
        errors++;
      }
    }
  } else {
    const err62 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err62];
    } else {
      vErrors.push(err62);
    }
    errors++;
  }
  validate11.errors = vErrors;
  return errors === 0;
}
function validate10(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.formatVersion === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "formatVersion" }, message: "must have required property 'formatVersion'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.point === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "point" }, message: "must have required property 'point'" };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.created === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "created" }, message: "must have required property 'created'" };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.images === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "images" }, message: "must have required property 'images'" };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    if (data.formatVersion !== void 0) {
      if (typeof data.formatVersion !== "string") {
        const err4 = { instancePath: instancePath + "/formatVersion", schemaPath: "#/properties/formatVersion/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.point !== void 0) {
      if (typeof data.point !== "string") {
        const err5 = { instancePath: instancePath + "/point", schemaPath: "#/properties/point/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.created !== void 0) {
      if (typeof data.created !== "string") {
        const err6 = { instancePath: instancePath + "/created", schemaPath: "#/properties/created/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.images !== void 0) {
      let data3 = data.images;
      if (Array.isArray(data3)) {
        const len0 = data3.length;
        for (let i0 = 0; i0 < len0; i0++) {
          if (!validate11(data3[i0], { instancePath: instancePath + "/images/" + i0, parentData: data3, parentDataProperty: i0, rootData })) {
            vErrors = vErrors === null ? validate11.errors : vErrors.concat(validate11.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err7 = { instancePath: instancePath + "/images", schemaPath: "#/properties/images/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
  } else {
    const err8 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err8];
    } else {
      vErrors.push(err8);
    }
    errors++;
  }
  validate10.errors = vErrors;
  return errors === 0;
}
export {
  pointManifest
};
