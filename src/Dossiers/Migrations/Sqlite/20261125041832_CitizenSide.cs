using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SolidLoonfiches.Dossiers.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class CitizenSide : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_consent_events_once",
                table: "consent_events");

            migrationBuilder.AddColumn<string>(
                name: "officer_email",
                table: "ocmws",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "paper_consent_id",
                table: "consent_events",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "consent_receipts",
                columns: table => new
                {
                    number = table.Column<string>(type: "TEXT", maxLength: 9, nullable: false),
                    dossier_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    subject_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    issued_at = table.Column<string>(type: "TEXT", nullable: false),
                    record_sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    triples = table.Column<string>(type: "TEXT", nullable: false),
                    protected_key = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_consent_receipts", x => x.number);
                    table.ForeignKey(
                        name: "fk_consent_receipts_dossiers_dossier_id",
                        column: x => x.dossier_id,
                        principalTable: "dossiers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "paper_consents",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    dossier_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    request_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    given_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    recorded_at = table.Column<string>(type: "TEXT", nullable: false),
                    effective_from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    recorded_by = table.Column<string>(type: "TEXT", nullable: false),
                    helped_by = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    from = table.Column<string>(type: "TEXT", maxLength: 7, nullable: false),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    text_version = table.Column<string>(type: "TEXT", nullable: false),
                    text_language = table.Column<string>(type: "TEXT", nullable: false),
                    text_sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    consent_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    withdrawn_at = table.Column<string>(type: "TEXT", nullable: true),
                    expired_at = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_paper_consents", x => x.id);
                    table.ForeignKey(
                        name: "fk_paper_consents_consent_requests_request_id",
                        column: x => x.request_id,
                        principalTable: "consent_requests",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_paper_consents_consents_consent_id",
                        column: x => x.consent_id,
                        principalTable: "consents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_paper_consents_dossiers_dossier_id",
                        column: x => x.dossier_id,
                        principalTable: "dossiers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_paper_consents_staff_recorded_by",
                        column: x => x.recorded_by,
                        principalTable: "staff",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "questions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    dossier_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    check_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    step = table.Column<int>(type: "INTEGER", nullable: true),
                    view_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    asked_at = table.Column<string>(type: "TEXT", nullable: false),
                    answer = table.Column<string>(type: "TEXT", nullable: true),
                    answered_at = table.Column<string>(type: "TEXT", nullable: true),
                    answered_by = table.Column<string>(type: "TEXT", nullable: true),
                    sent_at = table.Column<string>(type: "TEXT", nullable: true),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    next_attempt_at = table.Column<string>(type: "TEXT", nullable: false),
                    last_error = table.Column<string>(type: "TEXT", nullable: true),
                    dead_at = table.Column<string>(type: "TEXT", nullable: true),
                    cleared_at = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_questions", x => x.id);
                    table.ForeignKey(
                        name: "fk_questions_checks_check_id",
                        column: x => x.check_id,
                        principalTable: "checks",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_questions_dossiers_dossier_id",
                        column: x => x.dossier_id,
                        principalTable: "dossiers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_questions_staff_answered_by",
                        column: x => x.answered_by,
                        principalTable: "staff",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_questions_staff_views_view_id",
                        column: x => x.view_id,
                        principalTable: "staff_views",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_consent_events_once",
                table: "consent_events",
                columns: new[] { "consent_id", "kind" },
                unique: true,
                filter: "consent_id IS NOT NULL AND kind IN ('Given', 'Withdrawn', 'Expired', 'ClosedAtVault')");

            migrationBuilder.CreateIndex(
                name: "ix_consent_events_once_on_paper",
                table: "consent_events",
                columns: new[] { "paper_consent_id", "kind" },
                unique: true,
                filter: "paper_consent_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_consent_receipts_dossier_id",
                table: "consent_receipts",
                column: "dossier_id");

            migrationBuilder.CreateIndex(
                name: "ix_consent_receipts_subject_id_record_sha256",
                table: "consent_receipts",
                columns: new[] { "subject_id", "record_sha256" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_paper_consents_consent_id",
                table: "paper_consents",
                column: "consent_id");

            migrationBuilder.CreateIndex(
                name: "ix_paper_consents_dossier_id",
                table: "paper_consents",
                column: "dossier_id");

            migrationBuilder.CreateIndex(
                name: "ix_paper_consents_recorded_by",
                table: "paper_consents",
                column: "recorded_by");

            migrationBuilder.CreateIndex(
                name: "ix_paper_consents_request_id",
                table: "paper_consents",
                column: "request_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_questions_answered_by",
                table: "questions",
                column: "answered_by");

            migrationBuilder.CreateIndex(
                name: "ix_questions_check_id",
                table: "questions",
                column: "check_id");

            migrationBuilder.CreateIndex(
                name: "ix_questions_dossier_id_asked_at",
                table: "questions",
                columns: new[] { "dossier_id", "asked_at" });

            migrationBuilder.CreateIndex(
                name: "ix_questions_unsent",
                table: "questions",
                column: "next_attempt_at",
                filter: "sent_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_questions_view_id",
                table: "questions",
                column: "view_id");

            migrationBuilder.AddForeignKey(
                name: "fk_consent_events_paper_consents_paper_consent_id",
                table: "consent_events",
                column: "paper_consent_id",
                principalTable: "paper_consents",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_consent_events_paper_consents_paper_consent_id",
                table: "consent_events");

            migrationBuilder.DropTable(
                name: "consent_receipts");

            migrationBuilder.DropTable(
                name: "paper_consents");

            migrationBuilder.DropTable(
                name: "questions");

            migrationBuilder.DropIndex(
                name: "ix_consent_events_once",
                table: "consent_events");

            migrationBuilder.DropIndex(
                name: "ix_consent_events_once_on_paper",
                table: "consent_events");

            migrationBuilder.DropColumn(
                name: "officer_email",
                table: "ocmws");

            migrationBuilder.DropColumn(
                name: "paper_consent_id",
                table: "consent_events");

            migrationBuilder.CreateIndex(
                name: "ix_consent_events_once",
                table: "consent_events",
                columns: new[] { "consent_id", "kind" },
                unique: true,
                filter: "consent_id IS NOT NULL AND kind IN ('Given', 'Withdrawn', 'Expired')");
        }
    }
}
